using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Settings;

namespace InstituteCms.Languages;

/// <summary>Lets visitors choose the language of the site.</summary>
public sealed class LanguageController : Controller
{
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(365);

    private readonly ISiteService _settings;

    public LanguageController(ISiteService settings) => _settings = settings;

    [HttpGet("language/{culture}")]
    public async Task<IActionResult> Choose(string culture, string? returnUrl = null)
    {
        var settings = (await _settings.GetSiteSettingsAsync()).GetOrCreate<LocalizationSettings>();
        var known = settings.SupportedCultures.FirstOrDefault(c => string.Equals(c, culture, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            return NotFound();
        }

        Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(known)),
            new CookieOptions
            {
                Path = Request.PathBase.HasValue ? Request.PathBase.Value : "/",
                MaxAge = _remembered,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
                IsEssential = true,
            });

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "~/");
    }
}
