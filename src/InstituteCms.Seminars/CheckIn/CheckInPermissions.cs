using InstituteCms.Registrations;
using OrchardCore.Security.Permissions;

namespace InstituteCms.CheckIn;

/// <summary>Who may stand at the door: to see names and tick them, and nothing else of a registration.</summary>
public sealed class CheckInPermissions : IPermissionProvider
{
    public static readonly Permission CheckInAttendees = new("CheckInAttendees", "Check people in at the door", [RegistrationPermissions.ManageRegistrations]);

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([CheckInAttendees]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [CheckInAttendees] },
        new() { Name = "Editor", Permissions = [CheckInAttendees] },
    ];
}
