using OrchardCore.Security.Permissions;

namespace InstituteCms.Registrations;

public sealed class RegistrationPermissions : IPermissionProvider
{
    public static readonly Permission ManageRegistrations = new("ManageRegistrations", "Manage registrations");
    public static readonly Permission ViewRegistrations = new("ViewRegistrations", "See who has registered", [ManageRegistrations]);
    public static readonly Permission ExportRegistrations = new("ExportRegistrations", "Export registrations", [ManageRegistrations]);

    private static readonly Permission[] _all = [ManageRegistrations, ViewRegistrations, ExportRegistrations];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(_all);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = _all },
        new() { Name = "Editor", Permissions = _all },
    ];
}
