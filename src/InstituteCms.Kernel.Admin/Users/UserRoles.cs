using System.Security.Claims;
using InstituteCms.Kernel.Security;
using Microsoft.Extensions.Localization;
using OrchardCore;

namespace InstituteCms.Kernel.Admin.Users;

/// <summary>The roles that people are given. Only administrators make administrators.</summary>
public sealed class UserRoles
{
    private readonly RoleService _roles;
    private readonly IStringLocalizer S;

    /// <summary>Works on the scope's session.</summary>
    public UserRoles(RoleService roles, IStringLocalizer<UserRoles> localizer) => (_roles, S) = (roles, localizer);

    /// <summary>The roles to be ticked.</summary>
    public async Task<IList<RoleChoice>> ChoicesAsync(ICollection<string> selected) => (await AssignableAsync())
        .Select(role => new RoleChoice { Name = role.RoleName, Description = role.RoleDescription, IsSelected = selected.Contains(role.RoleName) })
        .ToList();

    /// <summary>The names of those that are ticked, and what is wrong with that, if something is.</summary>
    public async Task<(IReadOnlyList<string> Names, string? Problem)> ChosenAsync(ClaimsPrincipal by, IEnumerable<RoleChoice> choices)
    {
        var chosen = choices.Where(role => role.IsSelected).Select(role => role.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var problem = chosen.Contains(OrchardCoreConstants.Roles.Administrator) && !by.IsInRole(OrchardCoreConstants.Roles.Administrator)
            ? S["Only an administrator can change an administrator."].Value
            : null;
        return ((await AssignableAsync()).Select(role => role.RoleName).Where(chosen.Contains).ToList(), problem);
    }

    private async Task<IEnumerable<OrchardCore.Security.Role>> AssignableAsync() => (await _roles.GetRolesAsync())
        .Where(role => role.RoleName is not (OrchardCoreConstants.Roles.Anonymous or OrchardCoreConstants.Roles.Authenticated));
}
