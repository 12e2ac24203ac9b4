using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Api.Registering;

/// <summary>Who asks the API: the owner of a token, or somebody who is signed in on this site.</summary>
public sealed class ApiUser
{
    /// <summary>The scheme under which Orchard Core takes tokens.</summary>
    private const string TokenScheme = "Api";

    private readonly IAuthenticationSchemeProvider _schemes;
    private readonly IAuthorizationService _authorization;
    private readonly IAntiforgery _antiforgery;

    public ApiUser(IAuthenticationSchemeProvider schemes, IAuthorizationService authorization, IAntiforgery antiforgery) =>
        (_schemes, _authorization, _antiforgery) = (schemes, authorization, antiforgery);

    /// <summary>Who it is; <see langword="null"/> for nobody.</summary>
    /// <remarks>A cookie alone changes nothing: the browser sends it for other sites' pages too, so the antiforgery token has to come as a header.</remarks>
    public async Task<ClaimsPrincipal?> FindAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count > 0)
        {
            return await _schemes.GetSchemeAsync(TokenScheme) is null ? null : (await http.AuthenticateAsync(TokenScheme)).Principal;
        }

        var isSignedIn = http.User.Identity?.IsAuthenticated == true;
        return isSignedIn && (HttpMethods.IsGet(http.Request.Method) || await _antiforgery.IsRequestValidAsync(http)) ? http.User : null;
    }

    /// <summary>Whether they may do this to that item.</summary>
    public Task<bool> MayAsync(ClaimsPrincipal user, Permission permission, object resource) => _authorization.AuthorizeAsync(user, permission, resource);
}
