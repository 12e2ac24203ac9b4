using OrchardCore;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Security;

/// <summary>What a list of permissions means to a role that exists.</summary>
public enum PermissionBehavior
{
    /// <summary>The role holds these and no others.</summary>
    Replace,

    /// <summary>The role holds these as well.</summary>
    Add,

    /// <summary>The role no longer holds these.</summary>
    Remove,
}

/// <summary>The roles of the tenant: one document, read once in a scope.</summary>
public sealed class RoleService
{
    private readonly ISession _session;
    private readonly IReadOnlyCollection<IPermissionProvider> _providers;
    private RolesDocument? _document;

    /// <summary>Works on the scope's session.</summary>
    public RoleService(ISession session, IEnumerable<IPermissionProvider> providers)
    {
        _session = session;
        _providers = [.. providers];
    }

    /// <summary>Every role.</summary>
    public async Task<IReadOnlyList<Role>> GetRolesAsync() => (await LoadAsync()).Roles;

    /// <summary>The role, or null where there is none.</summary>
    public async Task<Role?> FindAsync(string name) => (await LoadAsync()).Find(name);

    /// <summary>Every permission of the enabled features; of equal names the first.</summary>
    public async Task<IReadOnlyList<Permission>> GetPermissionsAsync()
    {
        var permissions = new List<Permission>();
        foreach (var provider in _providers)
        {
            permissions.AddRange(await provider.GetPermissionsAsync());
        }

        return permissions.DistinctBy(permission => permission.Name).ToList();
    }

    /// <summary>Makes the role if need be, then changes its permissions. The administrator's are all, and never stored.</summary>
    public async Task<Role> CreateOrUpdateAsync(
        string name, string? description, IEnumerable<string> permissions, PermissionBehavior behavior = PermissionBehavior.Replace)
    {
        var document = await LoadAsync();
        var names = permissions.ToHashSet(StringComparer.OrdinalIgnoreCase);

        if (document.Find(name) is not { } role)
        {
            role = document.Add(name, description, _providers);
        }
        else if (behavior is PermissionBehavior.Replace)
        {
            role.Revoke(_ => true);
        }

        role.RoleDescription = description ?? role.RoleDescription;
        if (behavior is PermissionBehavior.Remove)
        {
            role.Revoke(names.Contains);
        }
        else if (!string.Equals(role.RoleName, OrchardCoreConstants.Roles.Administrator, StringComparison.OrdinalIgnoreCase))
        {
            names.ToList().ForEach(role.Grant);
        }

        await _session.SaveAsync(document);
        return role;
    }

    // Every scope that meets a new feature brings the roles up to date in the same way, so it does not matter which of them is the last to write.
    private async Task<RolesDocument> LoadAsync()
    {
        if (_document is null)
        {
            _document = await _session.Query<RolesDocument>().FirstOrDefaultAsync() ?? new RolesDocument();
            if (_document.BringUpToDate(_providers))
            {
                await _session.SaveAsync(_document);
            }
        }

        return _document;
    }
}
