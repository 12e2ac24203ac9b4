using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Localization;

namespace InstituteCms.Languages;

/// <summary>Lets visitors choose the language of the site.</summary>
public sealed class LanguageController : Controller
{
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(365);

    private readonly ILocalizationService _languages;

    public LanguageController(ILocalizationService languages) => _languages = languages;

    [HttpGet("language/{culture}")]
    public async Task<IActionResult> Choose(string culture, string? returnUrl = null)
    {
        var known = (await _languages.GetSupportedCulturesAsync()).FirstOrDefault(c => string.Equals(c, culture, StringComparison.OrdinalIgnoreCase));
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
