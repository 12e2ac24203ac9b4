using Microsoft.AspNetCore.Identity;
using OrchardCore;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace InstituteCms.Kernel.Security;

/// <summary>Makes the first user of a new site.</summary>
internal sealed class UserSetup
{
    private readonly UserManager<IUser> _users;
    private readonly RoleService _roles;

    public UserSetup(UserManager<IUser> users, RoleService roles)
    {
        _users = users;
        _roles = roles;
    }

    /// <summary>Makes an administrator; returns what is wrong, or nothing.</summary>
    public async Task<IEnumerable<string>> CreateAdministratorAsync(string name, string email, string password)
    {
        await _roles.GetRolesAsync();
        var user = new User { UserName = name, Email = email, EmailConfirmed = true, RoleNames = [OrchardCoreConstants.Roles.Administrator] };
        var result = await _users.CreateAsync(user, password);
        return result.Errors.Select(error => error.Description);
    }
}
