using System.Text.RegularExpressions;
using InstituteCms.Kernel.Admin.Roles;
using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.Security;
using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Admin.Audit;

/// <summary>Says the details of entries in the reader's words: the names that are stored never change, and are nobody's language.</summary>
public sealed partial class AuditDetails
{
    private static readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal)
    {
        ["SiteName"] = "Name of the site",
        ["BaseUrl"] = "Address of the site",
        ["TimeZoneId"] = "Time zone",
        ["HomeRoute"] = "First page",
        ["PageSize"] = "Entries on a page",
        ["LocalizationSettings"] = "Languages",
        ["CurrentThemeName"] = "Theme of the visitors' pages",
        ["CurrentAdminThemeName"] = "Theme of the admin",
        ["AuditTrailSettings"] = "How long the audit trail is kept",
        ["MediaLimits"] = "Limits of the media library",
    };

    private readonly RoleService _roles;
    private readonly IStringLocalizer S;
    private Dictionary<string, Permission>? _permissions;

    /// <summary>Speaks the language of the request.</summary>
    public AuditDetails(RoleService roles, IStringLocalizer<AuditDetails> localizer) => (_roles, S) = (roles, localizer);

    /// <summary>The entry's detail; empty where it says nothing new.</summary>
    public async Task<string> OfAsync(AuditEntry entry) => entry switch
    {
        { Detail.Length: 0 } => string.Empty,
        { Action: AuditActions.SettingsChanged } => Each(entry.Detail, name => S[_settings.GetValueOrDefault(name) ?? Plain(name)]),
        { Action: AuditActions.RoleChanged } => await PermissionsAsync(entry.Detail),
        { Action: AuditActions.Invited } => Each(entry.Detail, name => S[name]),
        { Action: AuditActions.RegistrantsWrittenTo } => S["Mails: {0}", entry.Detail],
        { Action: AuditActions.MediaMoved } => entry.Detail,
        { Action: AuditActions.RegistrationsImported } when entry.Detail.Split(", ") is [var seated, var waiting, var leftOut] =>
            S["{0} with a seat, {1} waiting, {2} left out", seated, waiting, leftOut],
        _ when entry.Detail == entry.Subject => string.Empty,
        _ => S[TypeName().IsMatch(entry.Detail) ? Plain(entry.Detail) : entry.Detail],
    };

    private async Task<string> PermissionsAsync(string detail)
    {
        _permissions ??= (await _roles.GetPermissionsAsync()).ToDictionary(permission => permission.Name, StringComparer.OrdinalIgnoreCase);
        return Each(detail, change =>
            change[..1] + (_permissions.TryGetValue(change[1..], out var permission) ? PermissionWords.Of(permission, S) : change[1..]));
    }

    private string Each(string detail, Func<string, string> words) =>
        string.Join(S[", "], detail.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(words));

    /// <summary><c>PrivacySettings</c>: Privacy. <c>ForumReport</c>: Forum report. As the features call themselves.</summary>
    private static string Plain(string name) =>
        WordStart().Replace(name.EndsWith("Settings", StringComparison.Ordinal) && name.Length > 8 ? name[..^8] : name, match => " " + match.Value.ToLowerInvariant());

    [GeneratedRegex("(?<=[a-z])[A-Z](?=[a-z])")]
    private static partial Regex WordStart();

    [GeneratedRegex("^[A-Z][A-Za-z]+$")]
    private static partial Regex TypeName();
}
