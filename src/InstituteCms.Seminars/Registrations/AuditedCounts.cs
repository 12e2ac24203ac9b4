using Microsoft.AspNetCore.Http;

namespace InstituteCms.Registrations;

/// <summary>Tells an audit trail, where there is one, with how many registrants something was done at once.</summary>
public static class AuditedCounts
{
    /// <summary>Leaves the counts among the request's items, where the trail takes them from.</summary>
    /// <param name="http">The request, of an action named <c>Import</c> or <c>Write</c>.</param>
    /// <param name="counts">Numbers alone: the trail knows nobody.</param>
    public static void TellAudit(this HttpContext http, params int[] counts) => http.Items["AuditCounts"] = string.Join(", ", counts);
}
