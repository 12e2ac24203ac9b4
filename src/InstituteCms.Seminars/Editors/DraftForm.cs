using Microsoft.AspNetCore.Http;

namespace InstituteCms.Editors;

/// <summary>Tells an unfinished draft, which is kept as it is, from what has to be whole.</summary>
internal static class DraftForm
{
    /// <summary>Whether an editor's form is being saved and not published. The API and recipes have no form.</summary>
    public static bool IsDraft(this IHttpContextAccessor accessor) =>
        accessor.HttpContext is { Request.HasFormContentType: true } http && !http.Request.Form.ContainsKey("submit.Publish");
}
