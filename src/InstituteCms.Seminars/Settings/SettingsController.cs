using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace InstituteCms.Settings;

/// <summary>A page of the admin with settings that the configuration may set: shows them, and stores what was filled in.</summary>
public abstract class SettingsController<TSettings, TForm> : Controller
    where TSettings : class, IConfigurableSettings<TSettings>, new()
    where TForm : ISettingsForm<TForm, TSettings>
{
    private readonly ISiteService _sites;
    private readonly SettingsReader<TSettings> _settings;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;

    protected SettingsController(ISiteService sites, SettingsReader<TSettings> settings, IAuthorizationService authorization, INotifier notifier)
    {
        _sites = sites;
        _settings = settings;
        _authorization = authorization;
        _notifier = notifier;
    }

    protected async Task<IActionResult> ShowAsync() =>
        await MayAsync() ? Show(TForm.Of(await _sites.GetSettingsAsync<TSettings>())) : Forbid();

    /// <summary>Stores the form and says so, or shows what is wrong with it.</summary>
    protected async Task<IActionResult> SaveAsync(TForm form, LocalizedHtmlString saved)
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
        await _notifier.SuccessAsync(saved);
        return RedirectToAction("Index");
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, SitePermissions.ManageInstitute);

    private ViewResult Show(TForm form)
    {
        form.Configured = _settings.Configured;
        return View("Index", form);
    }
}
