using System.Security.Claims;
using InstituteCms.Kernel.OpenId;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using OrchardCore.Modules;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace InstituteCms.Kernel.Admin.OpenId;

/// <summary>What somebody is asked before a program acts for them.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Scopes">What it may do then, in words.</param>
/// <param name="Parameters">What the program asked, to be sent along.</param>
public sealed record ConsentViewModel(string Program, IReadOnlyList<string> Scopes, IReadOnlyList<KeyValuePair<string, string>> Parameters);

/// <summary>Gives tokens to programs: to act for somebody who said yes, or for themselves.</summary>
[Area("OrchardCore.OpenId")]
[Feature("OrchardCore.OpenId.Server")]
[AdminLook]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConnectController : Controller
{
    private const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    private readonly OpenIdApplications _programs;
    private readonly IOpenIddictAuthorizationManager _authorizations;
    private readonly IOpenIddictScopeManager _scopes;
    private readonly SignInManager<IUser> _signIn;
    private readonly UserManager<IUser> _users;
    private readonly ISiteService _sites;

    /// <summary>Serves the endpoints.</summary>
    public ConnectController(
        OpenIdApplications programs, IOpenIddictAuthorizationManager authorizations, IOpenIddictScopeManager scopes,
        SignInManager<IUser> signIn, UserManager<IUser> users, ISiteService sites)
    {
        _programs = programs;
        _authorizations = authorizations;
        _scopes = scopes;
        _signIn = signIn;
        _users = users;
        _sites = sites;
    }

    /// <summary>Asks somebody who is signed in whether a program may act for them.</summary>
    [HttpGet("/connect/authorize")]
    public Task<IActionResult> Authorize() => WithUserAsync(async (request, user) =>
    {
        var program = await ProgramAsync(request);
        return !program.AsksForConsent || await FindYesAsync(program, user, request) is not null
            ? await LetInAsync(program, user, request)
            : request.HasPromptValue(PromptValues.None) ? Refuse(Errors.ConsentRequired, "The user has to be asked.")
            : View("Consent", await ViewOfAsync(program, request));
    });

    /// <summary>Takes the answer.</summary>
    [HttpPost("/connect/authorize")]
    [ValidateAntiForgeryToken]
    public Task<IActionResult> AuthorizePost([FromForm(Name = "answer")] string? answer) => WithUserAsync(async (request, user) =>
        answer == "yes" ? await LetInAsync(await ProgramAsync(request), user, request) : Refuse(Errors.AccessDenied, "The user said no."));

    /// <summary>Gives a token for a code, for a refresh token, or to a program for itself.</summary>
    [HttpPost("/connect/token")]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Token()
    {
        var request = HttpContext.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not a request that OpenIddict has read.");
        var settings = await _sites.GetSettingsAsync<OpenIdServerSettings>();
        if (request.IsClientCredentialsGrantType())
        {
            return settings.AllowClientCredentialsFlow ? Give(await IdentityAsync(await ProgramAsync(request), request.GetScopes())) : Closed();
        }

        var isOpen = request.IsAuthorizationCodeGrantType() ? settings.AllowAuthorizationCodeFlow : settings.AllowRefreshTokenFlow;
        var given = (await HttpContext.AuthenticateAsync(Server)).Principal;
        if (!isOpen || given is null)
        {
            return Closed();
        }

        if (await _users.FindByIdAsync(given.GetClaim(Claims.Subject) ?? "") is not { } user || !await _signIn.CanSignInAsync(user))
        {
            return Refuse(Errors.InvalidGrant, "The user may not sign in any more.");
        }

        var identity = await IdentityAsync(user, given.GetScopes());
        identity.SetAuthorizationId(given.GetAuthorizationId());
        return Give(identity);
    }

    private static ClaimsIdentity NewIdentity() => new(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);

    private static IEnumerable<string> DestinationsOf(Claim claim)
    {
        yield return Destinations.AccessToken;
        var scope = claim.Type == Claims.Name ? Scopes.Profile : claim.Type == Claims.Role ? Scopes.Roles : null;
        if (scope is not null && claim.Subject!.HasScope(scope))
        {
            yield return Destinations.IdentityToken;
        }
    }

    private async Task<IActionResult> WithUserAsync(Func<OpenIddictRequest, User, Task<IActionResult>> act)
    {
        var request = HttpContext.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not a request that OpenIddict has read.");
        if (!(await _sites.GetSettingsAsync<OpenIdServerSettings>()).AllowAuthorizationCodeFlow)
        {
            return Closed();
        }

        var signedIn = await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (signedIn.Principal is { } principal && await _users.GetUserAsync(principal) is User user)
        {
            return await act(request, user);
        }

        return request.HasPromptValue(PromptValues.None)
            ? Refuse(Errors.LoginRequired, "The user has to sign in.")
            : Challenge(new AuthenticationProperties { RedirectUri = Request.PathBase + Request.Path + Request.QueryString }, IdentityConstants.ApplicationScheme);
    }

    private async Task<OpenIdApplicationFacts> ProgramAsync(OpenIddictRequest request) =>
        await _programs.FindAsync(request.ClientId!) ?? throw new InvalidOperationException("OpenIddict has let an unknown program pass.");

    private async Task<object?> FindYesAsync(OpenIdApplicationFacts program, User user, OpenIddictRequest request) =>
        await _authorizations.FindAsync(user.UserId, program.Key, Statuses.Valid, AuthorizationTypes.Permanent, request.GetScopes()).FirstOrDefaultAsync();

    private async Task<IActionResult> LetInAsync(OpenIdApplicationFacts program, User user, OpenIddictRequest request)
    {
        var identity = await IdentityAsync(user, request.GetScopes());
        var yes = await FindYesAsync(program, user, request)
            ?? await _authorizations.CreateAsync(identity, user.UserId, program.Key, AuthorizationTypes.Permanent, identity.GetScopes());
        identity.SetAuthorizationId(await _authorizations.GetIdAsync(yes));
        return Give(identity);
    }

    private async Task<ClaimsIdentity> IdentityAsync(IUser user, IEnumerable<string> scopes)
    {
        var known = (User)user;
        var identity = NewIdentity();
        identity.SetClaim(Claims.Subject, known.UserId)
            .SetClaim(ClaimTypes.NameIdentifier, known.UserId)
            .SetClaim(Claims.Name, known.UserName)
            .SetClaims(Claims.Role, [.. known.RoleNames])
            .SetScopes(scopes);
        identity.SetResources(await _scopes.ListResourcesAsync(identity.GetScopes()).ToListAsync());
        return identity;
    }

    private async Task<ClaimsIdentity> IdentityAsync(OpenIdApplicationFacts program, IEnumerable<string> scopes)
    {
        var identity = NewIdentity();
        identity.SetClaim(Claims.Subject, program.ClientId)
            .SetClaim(Claims.Name, program.DisplayName)
            .SetClaims(Claims.Role, [.. program.Roles])
            .SetScopes(scopes);
        identity.SetResources(await _scopes.ListResourcesAsync(identity.GetScopes()).ToListAsync());
        return identity;
    }

    private Microsoft.AspNetCore.Mvc.SignInResult Give(ClaimsIdentity identity)
    {
        identity.SetDestinations(DestinationsOf);
        return SignIn(new ClaimsPrincipal(identity), Server);
    }

    private ForbidResult Closed() => Refuse(Errors.UnsupportedGrantType, "This way to a token is closed on this site.");

    private ForbidResult Refuse(string error, string description) => Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        Server);

    private async Task<ConsentViewModel> ViewOfAsync(OpenIdApplicationFacts program, OpenIddictRequest request)
    {
        var words = new List<string>();
        await foreach (var scope in _scopes.FindByNamesAsync(request.GetScopes()))
        {
            words.Add(await _scopes.GetDescriptionAsync(scope) ?? await _scopes.GetDisplayNameAsync(scope) ?? await _scopes.GetNameAsync(scope) ?? "");
        }

        return new(program.DisplayName, words, [.. request.GetParameters().Select(p => new KeyValuePair<string, string>(p.Key, (string?)p.Value ?? ""))]);
    }
}
