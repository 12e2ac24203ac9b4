using System.Text.Encodings.Web;
using InstituteCms.Kernel.Headless.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InstituteCms.Kernel.Headless;

/// <summary>Which scheme reads the bearer tokens that are not personal access tokens.</summary>
internal sealed class ApiAuthorizationOptions : AuthenticationSchemeOptions
{
    /// <summary>Name of that scheme; where there is no scheme of the name, such a token is nobody's.</summary>
    public string ApiAuthenticationScheme { get; set; } = "Bearer";
}

/// <summary>
/// The scheme <c>Api</c>: whoever sends a bearer token. It reads none itself but hands on to the scheme whose token it is. Cookies do not count here,
/// so that no other site can make a signed-in browser call an API.
/// </summary>
internal sealed class ApiAuthentication : AuthenticationHandler<ApiAuthorizationOptions>
{
    public const string SchemeName = "Api";

    private readonly IAuthenticationSchemeProvider _schemes;

    public ApiAuthentication(IOptionsMonitor<ApiAuthorizationOptions> options, ILoggerFactory logger, UrlEncoder encoder, IAuthenticationSchemeProvider schemes)
        : base(options, logger, encoder) => _schemes = schemes;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var scheme = AccessTokenSecret.IsIn(Request) ? AccessTokenAuthentication.SchemeName : Options.ApiAuthenticationScheme;
        return await _schemes.GetSchemeAsync(scheme) is null ? AuthenticateResult.NoResult() : await Context.AuthenticateAsync(scheme);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var sent = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = sent ? "Bearer error=\"invalid_token\"" : "Bearer";
        return ApiProblem.Unauthorized(sent
            ? "The token is unknown, has expired or was revoked."
            : "Send an access token in the header Authorization, as a bearer token.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiProblem.Forbidden("The token, or the account that it belongs to, does not hold the permission that this needs.").ExecuteAsync(Context);
}
