using OrchardCore;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.OpenId;

/// <summary>Who decides which programs get tokens.</summary>
internal sealed class OpenIdPermissions : IPermissionProvider
{
    public static readonly Permission ManageApplications = new("ManageApplications", "Manage programs that get tokens", isSecurityCritical: true);

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageApplications]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = OrchardCoreConstants.Roles.Administrator, Permissions = [ManageApplications] }];
}
