using Microsoft.AspNetCore.Mvc;
using OrchardCore.Settings;

namespace InstituteCms.Branding;

/// <summary>The institute's colour as a style sheet. Its address changes with the colour, so that it is kept for long and never wrong.</summary>
public sealed class BrandSheetController : Controller
{
    private const string Kept = "public, max-age=31536000, immutable";

    private readonly ISiteService _sites;

    public BrandSheetController(ISiteService sites) => _sites = sites;

    [HttpGet("brand.css")]
    public async Task<IActionResult> Index(string? v)
    {
        var settings = await _sites.GetSettingsAsync<BrandingSettings>();
        Response.Headers.CacheControl = v is not null && v == settings.Version ? Kept : "no-cache";
        return Content(Colour.TryParse(settings.Accent, out var colour) ? Sheet(colour) : "", "text/css; charset=utf-8");
    }

    // As in the theme's own sheet, paper is printed without colour.
    private static string Sheet(Colour colour) => $$"""
        @media screen {
          :root { {{Tokens(Paper.Light, colour)}} }
        }
        @media screen and (prefers-color-scheme: dark) {
          :root { {{Tokens(Paper.Dark, colour)}} }
        }

        """;

    private static string Tokens(Paper paper, Colour colour) => Accent.On(paper, colour) is var accent ? $"--accent: {accent.Used}; --accent-strong: {accent.Strong};" : "";
}
