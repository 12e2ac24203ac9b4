using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace InstituteCms.Kernel.Headless.Tokens;

/// <summary>Reads personal access tokens. Whoever sends one is its owner, as they are at this moment, with no more than the token's permissions.</summary>
internal sealed class AccessTokenAuthentication : AuthenticationHandler<AuthenticationSchemeOptions>
{
    public const string SchemeName = "AccessToken";

    private readonly AccessTokens _tokens;
    private readonly UserManager<IUser> _users;
    private readonly IUserClaimsPrincipalFactory<IUser> _claims;

    public AccessTokenAuthentication(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
        AccessTokens tokens, UserManager<IUser> users, IUserClaimsPrincipalFactory<IUser> claims)
        : base(options, logger, encoder)
    {
        _tokens = tokens;
        _users = users;
        _claims = claims;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (AccessTokenSecret.Read(Request) is not { } secret)
        {
            return AuthenticateResult.NoResult();
        }

        if (await _tokens.FindAsync(secret) is not { } token || await _users.FindByIdAsync(token.UserId) is not User { IsEnabled: true } user)
        {
            return AuthenticateResult.Fail("The token is not good.");
        }

        if (_tokens.IsUseNews(token))
        {
            // Even where the request comes to nothing and its session is cancelled.
            ShellScope.AddDeferredTask(scope => scope.ServiceProvider.GetRequiredService<AccessTokens>().NoteUseAsync(token.Id));
        }

        var principal = await _claims.CreateAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaims(TokenPermissions.Claims(token.Permissions));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }
}
