using System.Security.Claims;
using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.OpenId;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
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
/// <param name="User">Who they are signed in as.</param>
/// <param name="Scopes">What it is for, in words.</param>
/// <param name="Parameters">What the program asked, to be sent along.</param>
public sealed record ConsentViewModel(string Program, string User, IReadOnlyList<string> Scopes, IReadOnlyList<KeyValuePair<string, string>> Parameters);

/// <summary>Gives tokens to programs: to act for somebody who said yes, or for themselves. Whatever comes here was checked by OpenIddict before.</summary>
[Area("OrchardCore.OpenId")]
[Feature("OrchardCore.OpenId.Server")]
[AdminLook]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConnectController : Controller
{
    private const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    private readonly OpenIdApplications _programs;
    private readonly OpenIdHolders _holders;
    private readonly IOpenIddictAuthorizationManager _authorizations;
    private readonly IOpenIddictScopeManager _scopes;
    private readonly SignInManager<IUser> _signIn;
    private readonly ISiteService _sites;
    private readonly AuditTrail _audit;

    /// <summary>Serves the endpoints.</summary>
    public ConnectController(
        OpenIdApplications programs, OpenIdHolders holders, IOpenIddictAuthorizationManager authorizations, IOpenIddictScopeManager scopes,
        SignInManager<IUser> signIn, ISiteService sites, AuditTrail audit)
    {
        _programs = programs;
        _holders = holders;
        _authorizations = authorizations;
        _scopes = scopes;
        _signIn = signIn;
        _sites = sites;
        _audit = audit;
    }

    private OpenIddictRequest Asked => HttpContext.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not a request that OpenIddict has read.");

    /// <summary>Asks somebody who is signed in whether a program may act for them, unless they have said yes before.</summary>
    [HttpGet("/connect/authorize")]
    public Task<IActionResult> Authorize() => WithUserAsync(async (user, program) =>
    {
        var isKnown = !program.AsksForConsent || await FindYesAsync(program, user) is not null;
        return (isKnown && !Asked.HasPromptValue(PromptValues.Consent), Asked.HasPromptValue(PromptValues.None)) switch
        {
            (true, _) => await LetInAsync(program, user),
            (false, true) => Refuse(Errors.ConsentRequired, "The user has to be asked."),
            _ => await AskAsync(program, user),
        };
    });

    /// <summary>Takes the answer.</summary>
    [HttpPost("/connect/authorize")]
    [ValidateAntiForgeryToken]
    public Task<IActionResult> AuthorizePost([FromForm(Name = "answer")] string? answer) => WithUserAsync(async (user, program) =>
        answer == "yes" ? await LetInAsync(program, user) : Refuse(Errors.AccessDenied, "The user said no."));

    /// <summary>
    /// Goes on after signing in. A page of its own: browsers do not let the form of the sign-in lead to another site, and the next step may.
    /// </summary>
    [HttpGet("/connect/continue")]
    public IActionResult Continue()
    {
        var address = Url.Content("~/connect/authorize") + Request.QueryString;
        Response.Headers["Refresh"] = "0; url=" + address;
        return View(model: address);
    }

    /// <summary>Gives a token for a code, for a refresh token, or to a program for itself.</summary>
    [HttpPost("/connect/token")]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Token()
    {
        var settings = await _sites.GetSettingsAsync<OpenIdServerSettings>();
        if (Asked.IsClientCredentialsGrantType())
        {
            return settings.AllowClientCredentialsFlow ? await GiveAsync(OpenIdHolders.Describe(await ProgramAsync()), Asked.GetScopes()) : Closed();
        }

        var isOpen = Asked.IsAuthorizationCodeGrantType() ? settings.AllowAuthorizationCodeFlow : settings.AllowRefreshTokenFlow;
        if (!isOpen || (await HttpContext.AuthenticateAsync(Server)).Principal is not { } given)
        {
            return Closed();
        }

        return await _holders.FindUserAsync(given) is { } user
            ? await GiveAsync(_holders.Describe(user), given.GetScopes(), given.GetAuthorizationId())
            : Refuse(Errors.InvalidGrant, "The user has to sign in anew.");
    }

    private static IEnumerable<string> DestinationsOf(Claim claim)
    {
        yield return Destinations.AccessToken;
        var scope = claim.Type == Claims.Name ? Scopes.Profile : claim.Type == Claims.Role ? Scopes.Roles : null;
        if (scope is not null && claim.Subject!.HasScope(scope))
        {
            yield return Destinations.IdentityToken;
        }
    }

    private async Task<IActionResult> WithUserAsync(Func<User, OpenIdApplicationFacts, Task<IActionResult>> act)
    {
        if (!(await _sites.GetSettingsAsync<OpenIdServerSettings>()).AllowAuthorizationCodeFlow)
        {
            return Refuse(Errors.UnauthorizedClient, "This way to a token is closed on this site.");
        }

        // The stamp as it is now, not as it was a minute ago: who was signed out gets no token that outlives it.
        var signedIn = await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (await _signIn.ValidateSecurityStampAsync(signedIn.Principal) is User user)
        {
            return await act(user, await ProgramAsync());
        }

        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Asked.HasPromptValue(PromptValues.None)
            ? Refuse(Errors.LoginRequired, "The user has to sign in.")
            : Challenge(new AuthenticationProperties { RedirectUri = Url.Content("~/connect/continue") + Query() }, IdentityConstants.ApplicationScheme);
    }

    private QueryString Query() => new QueryBuilder(Parameters()).ToQueryString();

    private IEnumerable<KeyValuePair<string, string>> Parameters() => Asked.GetParameters().Select(p => new KeyValuePair<string, string>(p.Key, (string?)p.Value ?? string.Empty));

    private async Task<OpenIdApplicationFacts> ProgramAsync() =>
        await _programs.FindAsync(Asked.ClientId!) ?? throw new InvalidOperationException("OpenIddict has let an unknown program pass.");

    private async Task<object?> FindYesAsync(OpenIdApplicationFacts program, User user) =>
        await _authorizations.FindAsync(user.UserId, program.Key, Statuses.Valid, AuthorizationTypes.Permanent, Asked.GetScopes()).FirstOrDefaultAsync();

    private async Task<IActionResult> LetInAsync(OpenIdApplicationFacts program, User user)
    {
        var identity = _holders.Describe(user);
        if (await FindYesAsync(program, user) is not { } yes)
        {
            yes = await _authorizations.CreateAsync(identity, user.UserId, program.Key, AuthorizationTypes.Permanent, Asked.GetScopes());
            await _audit.RecordAsync(AuditActions.ProgramAllowed, program.ClientId, program.DisplayName, by: user);
        }

        return await GiveAsync(identity, Asked.GetScopes(), await _authorizations.GetIdAsync(yes));
    }

    private async Task<IActionResult> GiveAsync(ClaimsIdentity identity, IEnumerable<string> scopes, string? authorization = null)
    {
        identity.SetScopes(scopes);
        identity.SetResources(await _scopes.ListResourcesAsync(identity.GetScopes()).ToListAsync());
        identity.SetAuthorizationId(authorization);
        identity.SetDestinations(DestinationsOf);
        return SignIn(new ClaimsPrincipal(identity), Server);
    }

    private async Task<IActionResult> AskAsync(OpenIdApplicationFacts program, User user)
    {
        // Without form-action: the answer leads back to the program, wherever that is.
        Response.Headers.ContentSecurityPolicy = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        var words = new List<string>();
        await foreach (var scope in _scopes.FindByNamesAsync(Asked.GetScopes()))
        {
            words.Add(await _scopes.GetDescriptionAsync(scope) ?? await _scopes.GetDisplayNameAsync(scope) ?? await _scopes.GetNameAsync(scope) ?? string.Empty);
        }

        return View("Consent", new ConsentViewModel(program.DisplayName, user.UserName, words, [.. Parameters()]));
    }

    private ForbidResult Closed() => Refuse(Errors.UnsupportedGrantType, "This way to a token is closed on this site.");

    private ForbidResult Refuse(string error, string description) => Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        Server);
}
