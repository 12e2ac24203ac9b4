using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace InstituteCms.Api;

/// <summary>Sets who may use the API of the site from where, and how often.</summary>
public sealed class ApiSettingsController : Controller
{
    private readonly ISiteService _sites;
    private readonly ApiSettingsReader _settings;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public ApiSettingsController(
        ISiteService sites, ApiSettingsReader settings, IAuthorizationService authorization, INotifier notifier, IHtmlLocalizer<ApiSettingsController> localizer)
    {
        _sites = sites;
        _settings = settings;
        _authorization = authorization;
        _notifier = notifier;
        H = localizer;
    }

    [HttpGet]
    [Admin("Seminars/Api", "SeminarsApi")]
    public async Task<IActionResult> Index() =>
        await MayAsync() ? Show(ApiSettingsForm.Of(await _sites.GetSettingsAsync<ApiSettings>())) : Forbid();

    [HttpPost, ActionName(nameof(Index))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Api", "SeminarsApi")]
    public async Task<IActionResult> IndexPost(ApiSettingsForm form)
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
        await _notifier.SuccessAsync(H["The settings of the API are saved and hold from now on."]);
        return RedirectToAction(nameof(Index));
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, SitePermissions.ManageInstitute);

    private ViewResult Show(ApiSettingsForm form)
    {
        form.Configured = _settings.Configured;
        return View(form);
    }
}
