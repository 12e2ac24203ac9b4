using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.Headless.Tokens;
using InstituteCms.Kernel.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace InstituteCms.Kernel.Admin.Users;

/// <summary>One's access tokens.</summary>
/// <param name="Tokens">The tokens, the newest first.</param>
/// <param name="Permissions">What a new one may be good for.</param>
/// <param name="Form">The new one.</param>
/// <param name="NowUtc">The time.</param>
public sealed record TokensViewModel(IReadOnlyList<AccessToken> Tokens, IReadOnlyList<Permission> Permissions, TokenForm Form, DateTime NowUtc);

/// <summary>A token that was just made.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Secret">The secret, shown this once.</param>
/// <param name="ExpiresUtc">Until when it is good.</param>
public sealed record NewTokenViewModel(string Name, string Secret, DateTime ExpiresUtc);

/// <summary>A token to be made.</summary>
public sealed class TokenForm
{
    /// <summary>What it is for.</summary>
    public string? Name { get; set; }

    /// <summary>For how many days it is good.</summary>
    public int Days { get; set; } = AccessTokens.Lifetimes[1];

    /// <summary>Names of permissions.</summary>
    public IList<string> Permissions { get; set; } = [];

    /// <summary>The owner's password.</summary>
    public string? Password { get; set; }
}

/// <summary>One's access tokens: for scripts, which cannot type a password.</summary>
[Area("OrchardCore.Users")]
[AdminLook]
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TokensController : Controller
{
    private readonly AccessTokens _tokens;
    private readonly SignInManager<IUser> _signIn;
    private readonly RoleService _roles;
    private readonly IAuthorizationService _authorization;
    private readonly AuditTrail _audit;
    private readonly IClock _clock;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the pages.</summary>
    public TokensController(
        AccessTokens tokens, SignInManager<IUser> signIn, RoleService roles, IAuthorizationService authorization, AuditTrail audit, IClock clock,
        INotifier notifier, IStringLocalizer<TokensController> stringLocalizer, IHtmlLocalizer<TokensController> htmlLocalizer)
    {
        _tokens = tokens;
        _signIn = signIn;
        _roles = roles;
        _authorization = authorization;
        _audit = audit;
        _clock = clock;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    /// <summary>The tokens, and the form for a new one.</summary>
    [HttpGet("/Account/Tokens")]
    public Task<IActionResult> Index() => ListAsync(new TokenForm());

    /// <summary>Makes one, and shows its secret this once.</summary>
    [HttpPost("/Account/Tokens")]
    public async Task<IActionResult> Index(TokenForm form)
    {
        if (await UserAsync() is not { } user)
        {
            return Challenge();
        }

        await CheckAsync(form, user);
        if (!ModelState.IsValid)
        {
            return await ListAsync(form);
        }

        var (token, secret) = await _tokens.CreateAsync(user.UserId, form.Name!.Trim(), form.Permissions, form.Days);
        await _audit.RecordAsync(AuditActions.TokenMade, subject: token.Name, detail: string.Join(", ", token.Permissions));
        return View("Made", new NewTokenViewModel(token.Name, secret, token.ExpiresUtc));
    }

    /// <summary>Ends one.</summary>
    [HttpPost("/Account/Tokens/{id:long}/Revoke")]
    public async Task<IActionResult> Revoke(long id)
    {
        if (await UserAsync() is not { } user)
        {
            return Challenge();
        }

        if (await _tokens.RevokeAsync(user.UserId, id) is not { } token)
        {
            return NotFound();
        }

        await _audit.RecordAsync(AuditActions.TokenRevoked, subject: token.Name);
        await _notifier.SuccessAsync(H["The token “{0}” is revoked. Scripts that use it get no answer any more.", token.Name]);
        return RedirectToAction(nameof(Index));
    }

    private async Task<User?> UserAsync() => await _signIn.UserManager.GetUserAsync(User) as User;

    private async Task<IActionResult> ListAsync(TokenForm form) => await UserAsync() is { } user
        ? View(nameof(Index), new TokensViewModel(await _tokens.ListAsync(user.UserId), await PermissionsAsync(), form, _clock.UtcNow))
        : Challenge();

    private async Task CheckAsync(TokenForm form, User user)
    {
        if (form.Name?.Trim() is not { Length: > 0 and <= AccessTokens.MaxNameLength })
        {
            ModelState.AddModelError(nameof(form.Name), S["Say in at most {0} characters what the token is for.", AccessTokens.MaxNameLength]);
        }

        if (!AccessTokens.Lifetimes.Contains(form.Days))
        {
            ModelState.AddModelError(nameof(form.Days), S["Choose one of these times."]);
        }

        if (form.Permissions.Count == 0 || form.Permissions.Except((await PermissionsAsync()).Select(permission => permission.Name)).Any())
        {
            ModelState.AddModelError(nameof(form.Permissions), S["Choose what the token may be used for."]);
        }

        if ((await _tokens.ListAsync(user.UserId)).Count >= AccessTokens.MostPerUser)
        {
            ModelState.AddModelError(nameof(form.Name), S["You have {0} tokens. Revoke one that you no longer need.", AccessTokens.MostPerUser]);
        }

        // Only then: a wrong password counts towards the lock.
        if (ModelState.IsValid && !(await _signIn.CheckPasswordSignInAsync(user, form.Password ?? string.Empty, lockoutOnFailure: true)).Succeeded)
        {
            ModelState.AddModelError(nameof(form.Password), S["This is not your current password."]);
        }
    }

    /// <summary>What the user may do, without what opens only pages, raises rights or speaks of one type alone.</summary>
    private async Task<IReadOnlyList<Permission>> PermissionsAsync()
    {
        var held = new List<Permission>();
        foreach (var permission in (await _roles.GetPermissionsAsync()).Where(permission => !permission.IsSecurityCritical && !permission.Name.Contains('_', StringComparison.Ordinal)))
        {
            if (permission.Name != AdminPermissions.AccessAdminPanel.Name && await _authorization.AuthorizeAsync(User, permission))
            {
                held.Add(permission);
            }
        }

        // Whoever may do it with everything need not be asked about their own.
        var names = held.Select(permission => permission.Name).ToHashSet();
        return [.. held.Where(permission => !CommonPermissions.OwnVariants.Any(own => own.Value.Name == permission.Name && names.Contains(own.Key)))];
    }
}
