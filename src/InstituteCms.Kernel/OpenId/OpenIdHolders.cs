using System.Security.Claims;
using InstituteCms.Kernel.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OrchardCore.Environment.Shell;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace InstituteCms.Kernel.OpenId;

/// <summary>
/// Who holds a token: somebody, by their stamp, or a program. What they may is never carried but looked up at each use, so that a role taken away, a new
/// password or an account switched off counts at once.
/// </summary>
public sealed class OpenIdHolders
{
    private const string AuthenticationType = "OpenId";

    private readonly OpenIdApplications _programs;
    private readonly SignInManager<IUser> _signIn;
    private readonly ClaimsIdentityOptions _claims;
    private readonly string _audience;

    /// <summary>Works on the scope's session.</summary>
    public OpenIdHolders(OpenIdApplications programs, SignInManager<IUser> signIn, IOptions<IdentityOptions> options, ShellSettings tenant)
    {
        _programs = programs;
        _signIn = signIn;
        _claims = options.Value.ClaimsIdentity;
        _audience = "oct:" + tenant.Name; // As Orchard Core names a tenant among the resources of a scope.
    }

    /// <summary>What a token says of somebody.</summary>
    public ClaimsIdentity Describe(User user) => NewIdentity()
        .SetClaim(Claims.Subject, user.UserId)
        .SetClaim(Claims.Name, user.UserName)
        .SetClaims(Claims.Role, [.. user.RoleNames])
        .SetClaim(_claims.SecurityStampClaimType, user.SecurityStamp);

    /// <summary>What a token says of a program that acts for itself.</summary>
    public static ClaimsIdentity Describe(OpenIdApplicationFacts program) => NewIdentity()
        .SetClaim(Claims.Subject, program.ClientId)
        .SetClaim(Claims.Name, program.DisplayName);

    /// <summary>The user whom a token was given for; <see langword="null"/> where it is a program's own, or where they may not sign in any more or not without signing in anew.</summary>
    public async Task<User?> FindUserAsync(ClaimsPrincipal token) =>
        token.GetClaim(_claims.SecurityStampClaimType) is { Length: > 0 } stamp
        && await _signIn.UserManager.FindByIdAsync(token.GetClaim(Claims.Subject) ?? string.Empty) is User user
        && await _signIn.ValidateSecurityStampAsync(user, stamp) && await _signIn.CanSignInAsync(user)
            ? user
            : null;

    /// <summary>Whoever an access token makes its sender here and now; <see langword="null"/> where that is nobody.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(ClaimsPrincipal token)
    {
        var isForOthers = !token.GetAudiences().IsEmpty && !token.HasAudience(_audience);
        if (isForOthers || await _programs.FindAsync(token.GetClaim(Claims.ClientId) ?? string.Empty) is not { } program)
        {
            return null;
        }

        if (token.HasClaim(claim => claim.Type == _claims.SecurityStampClaimType))
        {
            return await FindUserAsync(token) is { } user ? await _signIn.CreateUserPrincipalAsync(user) : null;
        }

        // Without an id of a user: nothing takes it for one.
        return new(new ClaimsIdentity(
            [new(_claims.UserNameClaimType, program.DisplayName), .. program.Roles.Select(role => new Claim(_claims.RoleClaimType, role))],
            AuthenticationType, _claims.UserNameClaimType, _claims.RoleClaimType));
    }

    private static ClaimsIdentity NewIdentity() => new(AuthenticationType, Claims.Name, Claims.Role);
}
