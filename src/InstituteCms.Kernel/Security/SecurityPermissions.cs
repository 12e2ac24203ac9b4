#nullable disable
using OrchardCore.Security.Permissions;

namespace OrchardCore.Admin
{
    /// <summary>Permissions of the admin as a whole.</summary>
    public static class AdminPermissions
    {
        /// <summary>Needed for every page of the admin, beside the page's own.</summary>
        public static readonly Permission AccessAdminPanel = new("AccessAdminPanel", "Access admin panel");
    }
}

namespace OrchardCore.Users
{
    /// <summary>Permissions over accounts.</summary>
    public static class UsersPermissions
    {
        /// <summary>Everything about users.</summary>
        public static readonly Permission ManageUsers = new("ManageUsers", "Manage all users", isSecurityCritical: true);
    }
}

namespace OrchardCore.Roles
{
    /// <summary>Permissions over roles.</summary>
    public static class RolesPermissions
    {
        /// <summary>Everything about roles.</summary>
        public static readonly Permission ManageRoles = new("ManageRoles", "Manage roles", isSecurityCritical: true);
    }
}
