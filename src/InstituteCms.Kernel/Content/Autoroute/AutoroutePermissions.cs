using OrchardCore.Security.Permissions;

namespace OrchardCore.Autoroute
{
    /// <summary>What is permitted besides editing an item and its path.</summary>
    public static class AutoroutePermissions
    {
        /// <summary>Makes an item the site's home page.</summary>
        public static readonly Permission SetHomepage = new("SetHomepage", "Set the home page");
    }
}

namespace InstituteCms.Kernel.Content.Autoroute
{
    internal sealed class AutoroutePermissionProvider : IPermissionProvider
    {
        public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([OrchardCore.Autoroute.AutoroutePermissions.SetHomepage]);

        public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
            [new() { Name = OrchardCore.OrchardCoreConstants.Roles.Administrator, Permissions = [OrchardCore.Autoroute.AutoroutePermissions.SetHomepage] }];
    }
}
