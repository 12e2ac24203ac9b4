using OrchardCore.Security.Permissions;

namespace InstituteCms.Privacy;

/// <summary>Who may look for a person in everything: administrators.</summary>
public sealed class PrivacyPermissions : IPermissionProvider
{
    public static readonly Permission FindPersonalData = new("FindPersonalData", "Find where a person's data is", isSecurityCritical: true);

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([FindPersonalData]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = "Administrator", Permissions = [FindPersonalData] }];
}
