using System.Globalization;
using System.Xml.Linq;
using InstituteCms.Api;
using InstituteCms.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Feeds;

/// <summary>Events on other sites' pages: the next ones in a frame, and one by its address (oEmbed).</summary>
public sealed class EmbedController : Controller
{
    private const int MaxEvents = 20;
    private const int FrameWidth = 600;
    private const int FrameHeight = 400;

    private readonly EventFinder _finder;
    private readonly EventReader _reader;
    private readonly EmbeddedEvents _embedded;
    private readonly ISiteService _settings;
    private readonly SiteAddress _site;
    private readonly IClock _clock;

    public EmbedController(EventFinder finder, EventReader reader, EmbeddedEvents embedded, ISiteService settings, SiteAddress site, IClock clock) =>
        (_finder, _reader, _embedded, _settings, _site, _clock) = (finder, reader, embedded, settings, site, clock);

    /// <summary>The next events, for a frame on any page.</summary>
    [HttpGet("embed/events")]
    public async Task<IActionResult> Next(string? series, int limit = 5, CancellationToken cancellationToken = default)
    {
        var found = await _finder.FindAsync(new EventFilter(Series: series), _clock.UtcNow, 1, Math.Clamp(limit, 1, MaxEvents), cancellationToken);
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *"; // Holds one style of its own, and is meant for frames.
        return Content(_embedded.Page(CultureInfo.CurrentUICulture.Name, await _reader.ReadAsync(found.Entries, cancellationToken)), "text/html; charset=utf-8");
    }

    /// <summary>How to show the page at <paramref name="url"/> on another (oEmbed 1.0).</summary>
    [HttpGet("oembed")]
    public async Task<IActionResult> OEmbed(string? url, int? maxwidth, int? maxheight, string format = "json", CancellationToken cancellationToken = default)
    {
        if (format is not ("json" or "xml"))
        {
            return StatusCode(StatusCodes.Status501NotImplemented);
        }

        var (width, height) = (Math.Clamp(maxwidth ?? FrameWidth, 1, FrameWidth), Math.Clamp(maxheight ?? FrameHeight, 1, FrameHeight));
        if (await FindAsync(url, width, height, cancellationToken) is not var (title, html))
        {
            return NotFound();
        }

        var answer = new Dictionary<string, object>
        {
            ["version"] = "1.0",
            ["type"] = "rich",
            ["title"] = title,
            ["provider_name"] = (await _settings.GetSiteSettingsAsync()).SiteName ?? "",
            ["provider_url"] = _site.Absolute("~/"),
            ["html"] = html,
            ["width"] = width,
            ["height"] = height,
            ["cache_age"] = 300,
        };
        return format == "json"
            ? new JsonResult(answer, ApiJson.Options)
            : new XmlResult(new XElement("oembed", answer.Select(member => new XElement(member.Key, member.Value))), "text/xml; charset=utf-8");
    }

    private async Task<(string Title, string Html)?> FindAsync(string? url, int width, int height, CancellationToken cancellationToken)
    {
        var root = _site.Absolute("~/");
        if (url?.StartsWith(root, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var path = url[root.Length..].Split('?', '#')[0].TrimEnd('/');
        if (path == "events")
        {
            return (_site.Absolute("~/events"), $"<iframe src=\"{_site.Absolute("~/embed/events")}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\"></iframe>");
        }

        return path.StartsWith("events/", StringComparison.Ordinal) && await _finder.FindBySlugAsync(Uri.UnescapeDataString(path["events/".Length..]), cancellationToken) is { } item
            ? (item.DisplayText, _embedded.Quotation(await _reader.ReadAsync(item, cancellationToken)))
            : null;
    }
}
