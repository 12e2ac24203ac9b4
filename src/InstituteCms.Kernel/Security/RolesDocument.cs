using OrchardCore;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Security;

/// <summary>The roles of a tenant, all in one document, with a note of whose suggestions they were given already.</summary>
internal sealed class RolesDocument
{
    private static readonly (string Name, string Description)[] _always =
    [
        (OrchardCoreConstants.Roles.Administrator, "May do everything."),
        (OrchardCoreConstants.Roles.Editor, "Edits and publishes everything."),
        (OrchardCoreConstants.Roles.Authenticated, "Everybody who is signed in."),
        (OrchardCoreConstants.Roles.Anonymous, "Everybody who is not signed in."),
    ];

    public long Id { get; set; }

    public List<Role> Roles { get; set; } = [];

    /// <summary>Permission providers whose stereotypes were applied; what was taken from a role since stays taken.</summary>
    public List<string> Applied { get; set; } = [];

    public Role? Find(string name) => Roles.Find(role => Same(role.RoleName, name));

    /// <summary>Adds a role with what every feature suggests for it.</summary>
    public Role Add(string name, string? description, IEnumerable<IPermissionProvider> providers)
    {
        var role = new Role { RoleName = name, NormalizedRoleName = name.ToUpperInvariant(), RoleDescription = description };
        Roles.Add(role);
        Give(role, providers);
        return role;
    }

    /// <summary>Adds the roles that always exist, and gives every role what features seen for the first time suggest. False where nothing was new.</summary>
    public bool BringUpToDate(IReadOnlyCollection<IPermissionProvider> providers)
    {
        var missing = _always.Where(role => Find(role.Name) is null).ToList();
        var unseen = providers.Where(provider => !Applied.Contains(NameOf(provider))).ToList();
        if (missing.Count == 0 && unseen.Count == 0)
        {
            return false;
        }

        Roles.ForEach(role => Give(role, unseen));
        missing.ForEach(role => Add(role.Name, role.Description, providers));
        Applied.AddRange(unseen.Select(NameOf).Distinct());
        return true;
    }

    private static void Give(Role role, IEnumerable<IPermissionProvider> providers)
    {
        if (Same(role.RoleName, OrchardCoreConstants.Roles.Administrator))
        {
            return;
        }

        foreach (var permission in providers
            .SelectMany(provider => provider.GetDefaultStereotypes())
            .Where(stereotype => Same(stereotype.Name, role.RoleName))
            .SelectMany(stereotype => stereotype.Permissions ?? []))
        {
            role.Grant(permission.Name);
        }
    }

    private static string NameOf(IPermissionProvider provider) => provider.GetType().FullName!;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Permissions of a stored role.</summary>
internal static class RolePermissions
{
    public static IEnumerable<string> PermissionNames(this Role role) =>
        role.RoleClaims.Where(claim => claim.ClaimType == Permission.ClaimType).Select(claim => claim.ClaimValue);

    public static void Grant(this Role role, string permission)
    {
        if (!role.PermissionNames().Contains(permission))
        {
            role.RoleClaims.Add(RoleClaim.Create(permission));
        }
    }

    public static void Revoke(this Role role, Predicate<string> permissions) =>
        role.RoleClaims.RemoveAll(claim => claim.ClaimType == Permission.ClaimType && permissions(claim.ClaimValue));
}
