using InstituteCms.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Abuse;

/// <summary>Sets how often registrations and lost links are taken.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class AbuseController : SettingsController<AbuseSettings, AbuseForm>
{
    private readonly IHtmlLocalizer H;

    public AbuseController(
        ISiteService sites, SettingsReader<AbuseSettings> settings, IAuthorizationService authorization, INotifier notifier, IHtmlLocalizer<AbuseController> localizer)
        : base(sites, settings, authorization, notifier) => H = localizer;

    [HttpGet]
    [Admin("Seminars/Abuse", "SeminarsAbuse")]
    public Task<IActionResult> Index() => ShowAsync();

    [HttpPost, ActionName(nameof(Index))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Abuse", "SeminarsAbuse")]
    public Task<IActionResult> IndexPost(AbuseForm form) => SaveAsync(form, H["The limits are saved and hold from now on."]);
}
