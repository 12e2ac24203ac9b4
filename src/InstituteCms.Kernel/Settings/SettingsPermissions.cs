#nullable disable
using OrchardCore.Security.Permissions;

namespace OrchardCore.Settings;

/// <summary>Permissions over the site's settings.</summary>
public static class SettingsPermissions
{
    /// <summary>Everything about settings.</summary>
    public static readonly Permission ManageSettings = new("ManageSettings", "Manage settings", isSecurityCritical: true);
}
