#nullable disable
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Security
{
    /// <summary>Demands a permission. Own rules are written as an <see cref="AuthorizationHandler{TRequirement}"/> of it.</summary>
    public class PermissionRequirement : IAuthorizationRequirement
    {
        /// <summary>Demands <paramref name="permission"/>.</summary>
        public PermissionRequirement(Permission permission)
        {
            ArgumentNullException.ThrowIfNull(permission);
            Permission = permission;
        }

        /// <summary>What is demanded; a handler may ask for a narrower one instead.</summary>
        public Permission Permission { get; set; }
    }
}

namespace Microsoft.AspNetCore.Authorization
{
    /// <summary>Asks for permissions.</summary>
    public static class AuthorizationServiceExtensions
    {
        /// <summary>Whether <paramref name="user"/> holds <paramref name="permission"/>.</summary>
        public static Task<bool> AuthorizeAsync(this IAuthorizationService service, ClaimsPrincipal user, Permission permission) =>
            AuthorizeAsync(service, user, permission, null);

        /// <summary>Whether <paramref name="user"/> holds <paramref name="permission"/> on <paramref name="resource"/>.</summary>
        public static async Task<bool> AuthorizeAsync(this IAuthorizationService service, ClaimsPrincipal user, Permission permission, object resource) =>
            (await service.AuthorizeAsync(user, resource, new PermissionRequirement(permission))).Succeeded;
    }
}
