using System.ComponentModel.DataAnnotations;
using InstituteCms.Kernel.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using QRCoder;

namespace InstituteCms.Kernel.Admin.Users;

/// <summary>One's own account.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="RecoveryCodesLeft">Recovery codes that were not used.</param>
/// <param name="SignIns">The latest sign-ins.</param>
public sealed record AccountViewModel(User User, int RecoveryCodesLeft, IReadOnlyList<AuditEntry> SignIns);

/// <summary>An authenticator to be set up.</summary>
/// <param name="Key">The key in groups of four, to be typed.</param>
/// <param name="Picture">The same as a picture: SVG.</param>
public sealed record AuthenticatorViewModel(string Key, string Picture);

/// <summary>The second step of signing in.</summary>
public sealed class SecondStepForm
{
    /// <summary>Six digits of the authenticator, or a recovery code.</summary>
    [Required(ErrorMessage = "Enter the code.")]
    public string Code { get; set; } = string.Empty;

    /// <summary>Whether to stay signed in when the browser closes.</summary>
    public bool RememberMe { get; set; }
}

/// <summary>One's own account: the second factor, its recovery codes, and when one signed in.</summary>
[Area("OrchardCore.Users")]
[AdminLook]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TwoFactorController : Controller
{
    private const int RecoveryCodes = 10;
    private const int SignInsShown = 20;

    private readonly SignInManager<IUser> _signIn;
    private readonly UserManager<IUser> _users;
    private readonly AuditTrail _audit;
    private readonly ISiteService _sites;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the pages.</summary>
    public TwoFactorController(
        SignInManager<IUser> signIn, UserManager<IUser> users, AuditTrail audit, ISiteService sites, INotifier notifier,
        IStringLocalizer<TwoFactorController> stringLocalizer, IHtmlLocalizer<TwoFactorController> htmlLocalizer)
    {
        _signIn = signIn;
        _users = users;
        _audit = audit;
        _sites = sites;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    /// <summary>The second step of signing in.</summary>
    [HttpGet("/LoginWithTwoFactor")]
    public async Task<IActionResult> SecondStep(string? returnUrl, bool rememberMe)
    {
        ViewData["ReturnUrl"] = returnUrl;
        return await _signIn.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("~/Login") : View(new SecondStepForm { RememberMe = rememberMe });
    }

    /// <summary>Signs in with the code.</summary>
    [HttpPost("/LoginWithTwoFactor")]
    public async Task<IActionResult> SecondStep(SecondStepForm form, string? returnUrl)
    {
        ViewData["ReturnUrl"] = returnUrl;
        if (await _signIn.GetTwoFactorAuthenticationUserAsync() is not User user)
        {
            return Redirect("~/Login"); // It took too long: once more from the beginning.
        }

        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var result = await TryAsync(user, form);
        await _audit.RecordAsync(result.Succeeded ? AuditActions.SignedIn : AuditActions.SignInFailed, detail: "with the second factor", by: user);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "~/Admin");
        }

        ModelState.AddModelError(nameof(form.Code), result.IsLockedOut ? S["Too many wrong codes. Try again in a few minutes."] : S["This code is not right."]);
        return View(form);
    }

    /// <summary>One's own account.</summary>
    [HttpGet("/Account")]
    [Authorize]
    public async Task<IActionResult> Index()
    {
        if (await UserAsync() is not { } user)
        {
            return Challenge();
        }

        var (signIns, _) = await _audit.ReadAsync(new AuditFilter(AuditCategory.SignIn, UserId: user.UserId), page: 1, SignInsShown);
        return View(new AccountViewModel(user, await _users.CountRecoveryCodesAsync(user), signIns));
    }

    /// <summary>Makes a key for a new authenticator.</summary>
    [HttpPost("/Account/Authenticator/New")]
    [Authorize]
    public async Task<IActionResult> New()
    {
        if (await UserAsync() is not { } user)
        {
            return Challenge();
        }

        if (!user.TwoFactorEnabled)
        {
            await _users.ResetAuthenticatorKeyAsync(user);
            await _signIn.RefreshSignInAsync(user);
        }

        return RedirectToAction(nameof(Authenticator));
    }

    /// <summary>The key and its picture.</summary>
    [HttpGet("/Account/Authenticator")]
    [Authorize]
    public async Task<IActionResult> Authenticator() =>
        await UserAsync() is { TwoFactorEnabled: false } user && await _users.GetAuthenticatorKeyAsync(user) is { } key
            ? await AuthenticatorAsync(user, key)
            : RedirectToAction(nameof(Index));

    /// <summary>Switches the second factor on, with a first code as a proof that it works.</summary>
    [HttpPost("/Account/Authenticator")]
    [Authorize]
    public async Task<IActionResult> Authenticator(string? code)
    {
        if (await UserAsync() is not { TwoFactorEnabled: false } user || await _users.GetAuthenticatorKeyAsync(user) is not { } key)
        {
            return RedirectToAction(nameof(Index));
        }

        if (!await _users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Digits(code)))
        {
            ModelState.AddModelError(nameof(code), S["This code is not right. Is the clock of your phone?"]);
            return await AuthenticatorAsync(user, key);
        }

        await _users.SetTwoFactorEnabledAsync(user, true);
        await _audit.RecordAsync(AuditActions.SecondFactorOn);
        return await CodesAsync(user);
    }

    /// <summary>Makes new recovery codes; the old ones are void.</summary>
    [HttpPost("/Account/RecoveryCodes")]
    [Authorize]
    public async Task<IActionResult> NewCodes(string? password)
    {
        if (await UserAsync() is not { TwoFactorEnabled: true } user || !await IsRightAsync(user, password))
        {
            return RedirectToAction(nameof(Index));
        }

        await _audit.RecordAsync(AuditActions.RecoveryCodesMade);
        return await CodesAsync(user);
    }

    /// <summary>Switches the second factor off.</summary>
    [HttpPost("/Account/Authenticator/Off")]
    [Authorize]
    public async Task<IActionResult> Off(string? password)
    {
        if (await UserAsync() is { TwoFactorEnabled: true } user && await IsRightAsync(user, password))
        {
            await _users.SetTwoFactorEnabledAsync(user, false);
            await _users.ResetAuthenticatorKeyAsync(user);
            await _signIn.RefreshSignInAsync(user);
            await _audit.RecordAsync(AuditActions.SecondFactorOff);
            await _notifier.SuccessAsync(H["The second factor is off. Your password alone lets you in now."]);
        }

        return RedirectToAction(nameof(Index));
    }

    private static string Digits(string? code) => string.Concat((code ?? string.Empty).Where(char.IsAsciiDigit));

    private async Task<User?> UserAsync() => await _users.GetUserAsync(User) as User;

    private async Task<Microsoft.AspNetCore.Identity.SignInResult> TryAsync(User user, SecondStepForm form)
    {
        if (Digits(form.Code) is { Length: 6 } digits && !form.Code.Any(char.IsAsciiLetter))
        {
            return await _signIn.TwoFactorAuthenticatorSignInAsync(digits, form.RememberMe, rememberClient: false);
        }

        return await _signIn.CanSignInAsync(user) && !await _users.IsLockedOutAsync(user)
            ? await _signIn.TwoFactorRecoveryCodeSignInAsync(form.Code.Trim().ToUpperInvariant())
            : Microsoft.AspNetCore.Identity.SignInResult.NotAllowed;
    }

    // Guessing one's way on from an unattended browser locks the account as guessing at the door does.
    private async Task<bool> IsRightAsync(User user, string? password)
    {
        var result = await _signIn.CheckPasswordSignInAsync(user, password ?? string.Empty, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await _notifier.ErrorAsync(H["This is not your current password."]);
        }

        return result.Succeeded;
    }

    private async Task<IActionResult> CodesAsync(User user)
    {
        var codes = await _users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? [];
        await _signIn.RefreshSignInAsync(user);
        return View("Codes", codes.ToList());
    }

    private async Task<IActionResult> AuthenticatorAsync(User user, string key)
    {
        var site = Uri.EscapeDataString((await _sites.GetSiteSettingsAsync()).SiteName ?? string.Empty);
        var address = $"otpauth://totp/{site}:{Uri.EscapeDataString(user.UserName)}?secret={key}&issuer={site}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        var groups = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group)));
        return View(nameof(Authenticator), new AuthenticatorViewModel(groups, picture.GetGraphic(4)));
    }
}
