using InstituteCms.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Settings;

namespace InstituteCms.Api;

/// <summary>Sets who may use the API of the site from where, and how often.</summary>
public sealed class ApiSettingsController : SettingsController<ApiSettings, ApiSettingsForm>
{
    private readonly IHtmlLocalizer H;

    public ApiSettingsController(
        ISiteService sites, SettingsReader<ApiSettings> settings, IAuthorizationService authorization, INotifier notifier, IHtmlLocalizer<ApiSettingsController> localizer)
        : base(sites, settings, authorization, notifier) => H = localizer;

    [HttpGet]
    [Admin("Seminars/Api", "SeminarsApi")]
    public Task<IActionResult> Index() => ShowAsync();

    [HttpPost, ActionName(nameof(Index))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Api", "SeminarsApi")]
    public Task<IActionResult> IndexPost(ApiSettingsForm form) => SaveAsync(form, H["The settings of the API are saved and hold from now on."]);
}
