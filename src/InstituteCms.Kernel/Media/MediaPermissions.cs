using OrchardCore;
using OrchardCore.Media;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Media
{
    /// <summary>Permissions over media. Folders of one's own are left out.</summary>
    public static class MediaPermissions
    {
        /// <summary>Everything in every folder.</summary>
        public static readonly Permission ManageMediaFolder = new("ManageMediaFolder", "Manage all media folders");

        /// <summary>To see, add and change media.</summary>
        public static readonly Permission ManageMedia = new("ManageMediaContent", "Manage media", [ManageMediaFolder]);
    }
}

namespace InstituteCms.Kernel.Media
{
    internal sealed class MediaPermissionProvider : IPermissionProvider
    {
        public Task<IEnumerable<Permission>> GetPermissionsAsync() =>
            Task.FromResult<IEnumerable<Permission>>([MediaPermissions.ManageMedia, MediaPermissions.ManageMediaFolder]);

        public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
        [
            new() { Name = OrchardCoreConstants.Roles.Administrator, Permissions = [MediaPermissions.ManageMediaFolder] },
            new() { Name = OrchardCoreConstants.Roles.Editor, Permissions = [MediaPermissions.ManageMedia] },
        ];
    }
}
