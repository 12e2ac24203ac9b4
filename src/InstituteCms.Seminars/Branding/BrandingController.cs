using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace InstituteCms.Branding;

/// <summary>Sets the institute's name, logo and colour. A colour that could not be read is shown darker or lighter.</summary>
public sealed class BrandingController : Controller
{
    private readonly ISiteService _sites;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public BrandingController(
        ISiteService sites, IAuthorizationService authorization, INotifier notifier,
        IStringLocalizer<BrandingController> stringLocalizer, IHtmlLocalizer<BrandingController> htmlLocalizer)
    {
        _sites = sites;
        _authorization = authorization;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    [HttpGet]
    [Admin("Seminars/Branding", "SeminarsBranding")]
    public async Task<IActionResult> Index() =>
        await MayAsync() ? View(BrandingForm.Of(await _sites.GetSettingsAsync<BrandingSettings>())) : Forbid();

    [HttpPost, ActionName(nameof(Index))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Branding", "SeminarsBranding")]
    public async Task<IActionResult> IndexPost(BrandingForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var settings = Read(form);
        if (form.Preview || !ModelState.IsValid)
        {
            return View(form);
        }

        var site = await _sites.LoadSiteSettingsAsync();
        site.Put(settings);
        await _sites.UpdateSiteSettingsAsync(site);
        await _notifier.SuccessAsync(H["The branding is saved. Visitors see it from now on."]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>How a colour would look: asked for while somebody chooses.</summary>
    [HttpGet]
    [Admin("Seminars/Branding/Colour", "SeminarsBrandingColour")]
    public async Task<IActionResult> Check(string? accent) => await MayAsync() ? PartialView("_Accent", accent) : Forbid();

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, SitePermissions.ManageInstitute);

    private BrandingSettings Read(BrandingForm form)
    {
        var settings = new BrandingSettings { ShortName = Trimmed(form.ShortName), Logo = Trimmed(form.Logo), LogoText = Trimmed(form.LogoText) };
        if (Trimmed(form.Accent) is { } written)
        {
            if (Colour.TryParse(written, out var colour))
            {
                settings.Accent = colour.ToString();
                settings.Version = settings.Accent[1..];
            }
            else
            {
                ModelState.AddModelError(nameof(form.Accent), S["Enter a colour such as #8c1515, or nothing for the theme's own."]);
            }
        }

        if (settings.Logo is { } logo)
        {
            settings.Logo = PhotoAddress.Of(logo);
            CheckLogo(settings, form);
        }

        return settings;
    }

    private void CheckLogo(BrandingSettings settings, BrandingForm form)
    {
        // A picture from elsewhere would tell others who visits these pages.
        if (settings.Logo!.Contains(':', StringComparison.Ordinal) || settings.Logo.Contains("//", StringComparison.Ordinal) || settings.Logo.Contains("..", StringComparison.Ordinal))
        {
            ModelState.AddModelError(nameof(form.Logo), S["Enter the path of a picture in the media library, such as logo.svg."]);
        }

        if (settings.LogoText is null)
        {
            ModelState.AddModelError(nameof(form.LogoText), S["Say what the logo shows, for those who do not see it: most often the institute's name."]);
        }
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
