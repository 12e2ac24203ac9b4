using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Email;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Registrations;

/// <summary>Sets what the institute says about registrants' data, and shows how they will read it.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class PrivacyController : Controller
{
    private readonly ISiteService _sites;
    private readonly PrivacyNoticeWriter _notices;
    private readonly IEmailAddressValidator _addresses;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public PrivacyController(
        ISiteService sites, PrivacyNoticeWriter notices, IEmailAddressValidator addresses, IAuthorizationService authorization, INotifier notifier,
        IStringLocalizer<PrivacyController> stringLocalizer, IHtmlLocalizer<PrivacyController> htmlLocalizer)
    {
        _sites = sites;
        _notices = notices;
        _addresses = addresses;
        _authorization = authorization;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    [HttpGet]
    [Admin("Seminars/Privacy", "SeminarsPrivacy")]
    public async Task<IActionResult> Index() =>
        await MayAsync() ? await ShowAsync(PrivacyForm.Of(await _sites.GetSettingsAsync<PrivacySettings>())) : Forbid();

    [HttpPost, ActionName(nameof(Index))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Privacy", "SeminarsPrivacy")]
    public async Task<IActionResult> IndexPost(PrivacyForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!string.IsNullOrWhiteSpace(form.Contact) && !_addresses.Validate(form.Contact.Trim()))
        {
            ModelState.AddModelError(nameof(form.Contact), S["Enter an e-mail address, such as name@example.org."]);
        }

        if (form.Preview || !ModelState.IsValid)
        {
            return await ShowAsync(form);
        }

        var site = await _sites.LoadSiteSettingsAsync();
        site.Put(form.ToSettings());
        await _sites.UpdateSiteSettingsAsync(site);
        await _notifier.SuccessAsync(H["The privacy settings are saved. Registrants read the new notice from now on."]);
        return RedirectToAction(nameof(Index));
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, SitePermissions.ManageInstitute);

    private async Task<IActionResult> ShowAsync(PrivacyForm form)
    {
        var settings = form.ToSettings();
        var name = (await _sites.GetSiteSettingsAsync()).SiteName;
        form.Notices = RegistrationForm.Languages.ToDictionary(
            language => language.Key,
            language =>
            {
                using var speaking = new LanguageScope(language.Key);
                return _notices.Write(Example(settings, name), settings);
            });
        return View(form);
    }

    /// <summary>An event about which nothing special was entered.</summary>
    private static ContentItem Example(PrivacySettings settings, string? host)
    {
        var item = new ContentItem { ContentType = SeminarTypes.Event };
        item.Alter<EventPart>(part => part.Organizers = [new() { Name = host, ReceivesPersonalData = true }]);
        item.Alter<RegistrationPart>(part => part.RetentionDays = settings.RetentionDays);
        return item;
    }
}
