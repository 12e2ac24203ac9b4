using System.Security.Claims;
using InstituteCms.Kernel.Headless.Tokens;
using Microsoft.AspNetCore.Authorization;
using OrchardCore;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Security;

/// <summary>Grants what the user's roles hold. Visitors are Anonymous; whoever is signed in is Authenticated beside their own roles.</summary>
internal sealed class PermissionHandler : AuthorizationHandler<PermissionRequirement>
{
    private readonly RoleService _roles;

    public PermissionHandler(RoleService roles) => _roles = roles;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (!context.HasSucceeded && await IsGrantedAsync(context.User, PermissionClosure.Of(requirement.Permission)))
        {
            context.Succeed(requirement);
        }
    }

    private async Task<bool> IsGrantedAsync(ClaimsPrincipal user, IReadOnlySet<string> names)
    {
        if (!TokenPermissions.Cover(user, names))
        {
            user = new ClaimsPrincipal(new ClaimsIdentity()); // A token gives no less than everybody has.
        }

        if (user.IsInRole(OrchardCoreConstants.Roles.Administrator)
            || user.HasClaim(claim => claim.Type == Permission.ClaimType && names.Contains(claim.Value)))
        {
            return true;
        }

        var everybody = user.Identity?.IsAuthenticated == true ? OrchardCoreConstants.Roles.Authenticated : OrchardCoreConstants.Roles.Anonymous;
        return (await _roles.GetRolesAsync())
            .Where(role => user.IsInRole(role.RoleName) || role.RoleName == everybody)
            .SelectMany(role => role.RoleClaims)
            .Any(claim => claim.ClaimType == Permission.ClaimType && names.Contains(claim.ClaimValue));
    }
}
