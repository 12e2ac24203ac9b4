using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.Roles;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;
using OrchardCore.Users;

namespace InstituteCms.Kernel.Security;

/// <summary>Permissions over the admin, users, roles and settings.</summary>
internal sealed class CorePermissions : IPermissionProvider
{
    private static readonly string[] _editors = [OrchardCoreConstants.Roles.Editor, "Moderator", "Author", "Contributor"];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() =>
        Task.FromResult<IEnumerable<Permission>>([AdminPermissions.AccessAdminPanel, UsersPermissions.ManageUsers, RolesPermissions.ManageRoles, SettingsPermissions.ManageSettings]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
        _editors.Select(role => new PermissionStereotype { Name = role, Permissions = [AdminPermissions.AccessAdminPanel] });
}
