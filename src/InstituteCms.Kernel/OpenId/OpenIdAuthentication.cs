using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Validation.AspNetCore;

namespace InstituteCms.Kernel.OpenId;

/// <summary>Reads the access tokens that this tenant gave out: OpenIddict says whether one is good, and its holder is who they are at this moment.</summary>
internal sealed class OpenIdAuthentication : AuthenticationHandler<AuthenticationSchemeOptions>
{
    public const string SchemeName = "OpenId";

    private readonly OpenIdHolders _holders;

    public OpenIdAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, OpenIdHolders holders)
        : base(options, logger, encoder) => _holders = holders;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var read = await Context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (read.Principal is not { } token)
        {
            return read;
        }

        return await _holders.FindAsync(token) is { } holder
            ? AuthenticateResult.Success(new AuthenticationTicket(holder, SchemeName))
            : AuthenticateResult.Fail("The holder of the token may not any more.");
    }
}
