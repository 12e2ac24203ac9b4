using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Abuse;

/// <summary>Sets how often registrations and lost links are taken.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class AbuseController : Controller
{
    private readonly ISiteService _sites;
    private readonly AbuseSettingsReader _settings;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public AbuseController(
        ISiteService sites, AbuseSettingsReader settings, IAuthorizationService authorization, INotifier notifier, IHtmlLocalizer<AbuseController> localizer)
    {
        _sites = sites;
        _settings = settings;
        _authorization = authorization;
        _notifier = notifier;
        H = localizer;
    }

    [HttpGet]
    [Admin("Seminars/Abuse", "SeminarsAbuse")]
    public async Task<IActionResult> Index() =>
        await MayAsync() ? Show(AbuseForm.Of(await _sites.GetSettingsAsync<AbuseSettings>())) : Forbid();

    [HttpPost, ActionName(nameof(Index))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Abuse", "SeminarsAbuse")]
    public async Task<IActionResult> IndexPost(AbuseForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return Show(form);
        }

        var site = await _sites.LoadSiteSettingsAsync();
        site.Put(form.ToSettings());
        await _sites.UpdateSiteSettingsAsync(site);
        await _notifier.SuccessAsync(H["The limits are saved and hold from now on."]);
        return RedirectToAction(nameof(Index));
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, SitePermissions.ManageInstitute);

    private ViewResult Show(AbuseForm form)
    {
        form.Configured = _settings.Configured;
        return View(form);
    }
}
