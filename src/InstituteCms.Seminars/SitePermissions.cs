using OrchardCore.Security.Permissions;

namespace InstituteCms;

/// <summary>Who sets what the module shows of the institute on every page: administrators.</summary>
public sealed class SitePermissions : IPermissionProvider
{
    public static readonly Permission ManageInstitute = new("ManageInstitute", "Manage branding and privacy texts");

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageInstitute]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = "Administrator", Permissions = [ManageInstitute] }];
}
