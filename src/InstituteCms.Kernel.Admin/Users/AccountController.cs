using InstituteCms.Kernel.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace InstituteCms.Kernel.Admin.Users;

/// <summary>Signing in and out, and one's own password.</summary>
[Area("OrchardCore.Users")]
[AdminLook]
public sealed class AccountController : Controller
{
    private readonly SignInManager<IUser> _signIn;
    private readonly UserManager<IUser> _users;
    private readonly AuditTrail _audit;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the account pages.</summary>
    public AccountController(
        SignInManager<IUser> signIn, UserManager<IUser> users, AuditTrail audit, INotifier notifier,
        IStringLocalizer<AccountController> stringLocalizer, IHtmlLocalizer<AccountController> htmlLocalizer)
    {
        _signIn = signIn;
        _users = users;
        _audit = audit;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    /// <summary>The sign-in form.</summary>
    [HttpGet("/Login")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Login(string? returnUrl)
    {
        ViewData["ReturnUrl"] = returnUrl;
        return User.Identity?.IsAuthenticated == true ? Back(returnUrl) : View(new LoginForm());
    }

    /// <summary>Signs in.</summary>
    [HttpPost("/Login")]
    public async Task<IActionResult> Login(LoginForm form, string? returnUrl)
    {
        ViewData["ReturnUrl"] = returnUrl;
        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var result = await TryAsync(form);
        if (result.Succeeded)
        {
            return Back(returnUrl);
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToAction("SecondStep", "TwoFactor", new { returnUrl, form.RememberMe });
        }

        // Which of the two was wrong is nobody's business.
        ModelState.AddModelError(string.Empty, result.IsLockedOut
            ? S["Too many wrong passwords. Try again in a few minutes."]
            : S["The user name or the password is not right."]);
        return View(form);
    }

    /// <summary>Signs out.</summary>
    [HttpPost("/Users/LogOff")]
    public async Task<IActionResult> LogOff()
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            await _audit.RecordAsync(AuditActions.SignedOut);
        }

        await _signIn.SignOutAsync();
        return LocalRedirect("~/");
    }

    /// <summary>The form for a new password.</summary>
    [HttpGet("/ChangePassword")]
    [Authorize]
    public IActionResult ChangePassword() => View(new ChangePasswordForm());

    /// <summary>Changes the password; other devices are signed out.</summary>
    [HttpPost("/ChangePassword")]
    [Authorize]
    public async Task<IActionResult> ChangePassword(ChangePasswordForm form)
    {
        if (!ModelState.IsValid)
        {
            return View(form);
        }

        if (await _users.GetUserAsync(User) is not { } user)
        {
            return Challenge();
        }

        var result = await _users.ChangePasswordAsync(user, form.CurrentPassword, form.Password);
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(
                error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(form.CurrentPassword) : nameof(form.Password), error.Description);
        }

        if (!result.Succeeded)
        {
            return View(form);
        }

        await _signIn.RefreshSignInAsync(user);
        await _audit.RecordAsync(AuditActions.PasswordChanged);
        await _notifier.SuccessAsync(H["Your password is changed."]);
        return LocalRedirect("~/");
    }

    private async Task<Microsoft.AspNetCore.Identity.SignInResult> TryAsync(LoginForm form)
    {
        var name = form.UserName.Trim();
        if ((await _users.FindByNameAsync(name) ?? await _users.FindByEmailAsync(name)) is User user)
        {
            var result = await _signIn.PasswordSignInAsync(user, form.Password, form.RememberMe, lockoutOnFailure: true);
            if (!result.RequiresTwoFactor)
            {
                await _audit.RecordAsync(result.Succeeded ? AuditActions.SignedIn : AuditActions.SignInFailed, by: user);
            }

            return result;
        }

        // As slow as a wrong password, so that nobody can tell the two apart. What was typed for a name is not kept: it may be a password.
        _users.PasswordHasher.HashPassword(new User(), form.Password);
        await _audit.RecordAsync(AuditActions.SignInFailed);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "~/Admin");
}
