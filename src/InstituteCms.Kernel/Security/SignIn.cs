using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace InstituteCms.Kernel.Security;

/// <summary>Lets in only users who are not switched off.</summary>
internal sealed class EnabledUserSignIn : SignInManager<IUser>
{
    public EnabledUserSignIn(
        UserManager<IUser> users, IHttpContextAccessor httpContext, IUserClaimsPrincipalFactory<IUser> claims, IOptions<IdentityOptions> options,
        ILogger<SignInManager<IUser>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<IUser> confirmation)
        : base(users, httpContext, claims, options, logger, schemes, confirmation)
    {
    }

    public override async Task<bool> CanSignInAsync(IUser user) => user is User { IsEnabled: true } && await base.CanSignInAsync(user);
}

/// <summary>What the cookie says of a user: id, name, e-mail, stamp and the names of their roles. Permissions are looked up, never carried.</summary>
internal sealed class UserClaims : UserClaimsPrincipalFactory<IUser>
{
    public UserClaims(UserManager<IUser> users, IOptions<IdentityOptions> options)
        : base(users, options)
    {
    }

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(IUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(((User)user).RoleNames.Select(role => new Claim(Options.ClaimsIdentity.RoleClaimType, role)));
        return identity;
    }
}
