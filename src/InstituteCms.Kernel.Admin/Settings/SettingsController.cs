using System.Security.Claims;
using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.Background;
using InstituteCms.Kernel.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Email;
using OrchardCore.Entities;
using OrchardCore.Localization.Models;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Admin.Settings;

/// <summary>Settings of the site, and how it is.</summary>
public sealed class SettingsController : Controller
{
    private readonly ISiteService _sites;
    private readonly IEmailAddressValidator _addresses;
    private readonly MailPassword _password;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the settings.</summary>
    public SettingsController(
        ISiteService sites, IEmailAddressValidator addresses, MailPassword password, IAuthorizationService authorization, INotifier notifier,
        IStringLocalizer<SettingsController> stringLocalizer, IHtmlLocalizer<SettingsController> htmlLocalizer)
    {
        _sites = sites;
        _addresses = addresses;
        _password = password;
        _authorization = authorization;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    /// <summary>Name, address, zone, languages.</summary>
    [Admin("Settings/general", "SettingsGeneral")]
    public async Task<IActionResult> General()
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var site = await _sites.GetSiteSettingsAsync();
        var languages = site.GetOrCreate<LocalizationSettings>();
        return View(new GeneralForm
        {
            SiteName = site.SiteName ?? string.Empty,
            BaseUrl = site.BaseUrl,
            TimeZoneId = site.TimeZoneId ?? "UTC",
            SupportedCultures = [.. languages.SupportedCultures],
            DefaultCulture = languages.DefaultCulture,
            AuditDays = site.GetOrCreate<AuditTrailSettings>().RetentionDays,
        });
    }

    /// <summary>Changes them.</summary>
    [HttpPost, ActionName("General")]
    [Admin("Settings/general", "SettingsGeneral")]
    public async Task<IActionResult> GeneralPost(GeneralForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        Check(form);
        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var site = await _sites.LoadSiteSettingsAsync();
        (site.SiteName, site.BaseUrl, site.TimeZoneId) = (form.SiteName.Trim(), form.BaseUrl?.Trim().TrimEnd('/'), form.TimeZoneId);
        site.Put(new LocalizationSettings { DefaultCulture = form.DefaultCulture, SupportedCultures = [.. form.SupportedCultures] });
        site.Put(new AuditTrailSettings { RetentionDays = form.AuditDays });
        return await SavedAsync(site, nameof(General));
    }

    /// <summary>How mail goes out.</summary>
    [Admin("Settings/mail", "SettingsMail")]
    public async Task<IActionResult> Mail([FromServices] IMailTest test)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var settings = await _sites.GetSettingsAsync<MailSettings>();
        return await MailAsync(test, new MailForm
        {
            DefaultSender = settings.DefaultSender, Host = settings.Host, Port = settings.Port, Encryption = settings.Encryption, UserName = settings.UserName,
        });
    }

    /// <summary>Changes it.</summary>
    [HttpPost, ActionName("Mail")]
    [Admin("Settings/mail", "SettingsMail")]
    public async Task<IActionResult> MailPost(MailForm form, [FromServices] IMailTest test)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        Check(form);
        if (!ModelState.IsValid)
        {
            return await MailAsync(test, form);
        }

        var site = await _sites.LoadSiteSettingsAsync();
        var before = site.GetOrCreate<MailSettings>();
        var (host, user) = (form.Host?.Trim(), form.UserName?.Trim());
        site.Put(new MailSettings
        {
            DefaultSender = form.DefaultSender?.Trim(),
            Host = host,
            Port = form.Port,
            Encryption = form.Encryption,
            UserName = user,
            ProtectedPassword = !string.IsNullOrEmpty(form.Password) ? _password.Protect(form.Password) : KeepsPassword(before, host, user) ? before.ProtectedPassword : null,
        });
        return await SavedAsync(site, nameof(Mail));
    }

    /// <summary>Sends a test mail, and shows what the server said.</summary>
    [HttpPost]
    [Admin("Settings/mail/test", "SettingsMailTest")]
    public async Task<IActionResult> Test(string? to, [FromServices] IMailTest test, [FromServices] AuditTrail audit, CancellationToken cancellationToken)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var site = await _sites.GetSiteSettingsAsync();
        var trial = await test.TryAsync(
            new MailMessage { To = to, Subject = S["Test mail of {0}", site.SiteName], TextBody = S["If you can read this, the mail of {0} goes out.", site.SiteName] }, cancellationToken);
        await audit.RecordAsync(AuditActions.TestMailSent, subject: test.Way);

        var settings = site.GetOrCreate<MailSettings>();
        return await MailAsync(test, new MailForm
        {
            DefaultSender = settings.DefaultSender, Host = settings.Host, Port = settings.Port, Encryption = settings.Encryption, UserName = settings.UserName,
            Test = new TestAnswer(to ?? string.Empty, trial),
        });
    }

    /// <summary>How the site is: mail, disk, background work.</summary>
    [Admin("Settings/health", "SettingsHealth")]
    public async Task<IActionResult> Health([FromServices] HealthCheckService checks, [FromServices] IBackgroundTaskStates tasks, CancellationToken cancellationToken) =>
        await MayAsync() ? View(new HealthViewModel(await checks.CheckHealthAsync(cancellationToken), await tasks.ReadAsync(cancellationToken))) : Forbid();

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, SettingsPermissions.ManageSettings);

    // A password is never sent to another server, or for another name, than it was entered for.
    private static bool KeepsPassword(MailSettings before, string? host, string? user) => before.Host == host && before.UserName == user;

    private void Check(GeneralForm form)
    {
        form.SupportedCultures = [.. form.SupportedCultures.Where(GeneralForm.Languages.Contains)];
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(form.TimeZoneId, out _))
        {
            ModelState.AddModelError(nameof(form.TimeZoneId), S["There is no such time zone."]);
        }

        if (!form.SupportedCultures.Contains(form.DefaultCulture))
        {
            ModelState.AddModelError(nameof(form.DefaultCulture), S["The default language has to be one of those that are offered."]);
        }

        if (!string.IsNullOrWhiteSpace(form.BaseUrl) && !(Uri.TryCreate(form.BaseUrl.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            ModelState.AddModelError(nameof(form.BaseUrl), S["Enter an address such as https://institute.example, or nothing."]);
        }
    }

    private void Check(MailForm form)
    {
        if (!string.IsNullOrWhiteSpace(form.DefaultSender) && !_addresses.Validate(form.DefaultSender.Trim()))
        {
            ModelState.AddModelError(nameof(form.DefaultSender), S["“{0}” is not an e-mail address.", form.DefaultSender]);
        }

        if (!MailForm.Encryptions.Contains(form.Encryption))
        {
            ModelState.AddModelError(nameof(form.Encryption), S["Choose one of these."]);
        }
    }

    private async Task<IActionResult> MailAsync(IMailTest test, MailForm form)
    {
        form.Password = null;
        ModelState.Remove(nameof(form.Password)); // A password is never shown again.
        form.HasPassword = (await _sites.GetSettingsAsync<MailSettings>()).ProtectedPassword is not null;
        form.Way = test.Way;
        form.TestTo = form.Test?.To ?? User.FindFirstValue(ClaimTypes.Email);
        return View(nameof(Mail), form);
    }

    private async Task<IActionResult> SavedAsync(ISite site, string action)
    {
        await _sites.UpdateSiteSettingsAsync(site);
        await _notifier.SuccessAsync(H["The settings are saved."]);
        return RedirectToAction(action);
    }
}
