using System.Globalization;
using System.Xml.Linq;
using InstituteCms.Api;
using InstituteCms.Events;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Settings;

namespace InstituteCms.Feeds;

/// <summary>What was announced and reported last, as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.</summary>
public sealed class NewsFeedController : Controller
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace _event = "http://purl.org/rss/1.0/modules/event/";

    private readonly NewsReader _news;
    private readonly EventTexts _texts;
    private readonly ISiteService _settings;
    private readonly SiteAddress _site;

    public NewsFeedController(NewsReader news, EventTexts texts, ISiteService settings, SiteAddress site) => (_news, _texts, _settings, _site) = (news, texts, settings, site);

    [HttpGet("feed.xml")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var name = await NameAsync();
        return new XmlResult(
            new XElement("rss",
                new XAttribute("version", "2.0"),
                new XAttribute(XNamespace.Xmlns + "atom", _atom.NamespaceName),
                new XAttribute(XNamespace.Xmlns + "ev", _event.NamespaceName),
                new XElement("channel",
                    new XElement("title", name),
                    new XElement("link", _site.Absolute("~/")),
                    new XElement("description", name),
                    new XElement("language", CultureInfo.CurrentUICulture.Name),
                    new XElement(_atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml"), new XAttribute("href", _site.Absolute("~/feed.xml"))),
                    (await _news.ReadAsync(cancellationToken)).Select(ToRss))),
            "application/rss+xml; charset=utf-8");
    }

    [HttpGet("feed.atom")]
    public async Task<IActionResult> Atom(CancellationToken cancellationToken)
    {
        var (name, entries) = (await NameAsync(), await _news.ReadAsync(cancellationToken));
        return new XmlResult(
            new XElement(_atom + "feed",
                new XAttribute(XNamespace.Xml + "lang", CultureInfo.CurrentUICulture.Name),
                new XElement(_atom + "id", _site.Absolute("~/")),
                new XElement(_atom + "title", name),
                new XElement(_atom + "updated", Instant(entries.Select(entry => entry.UpdatedUtc).DefaultIfEmpty(DateTime.UnixEpoch).Max())),
                new XElement(_atom + "author", new XElement(_atom + "name", name)),
                AtomLink("self", "application/atom+xml", _site.Absolute("~/feed.atom")),
                AtomLink("alternate", "text/html", _site.Absolute("~/")),
                entries.Select(ToAtom)),
            "application/atom+xml; charset=utf-8");
    }

    [HttpGet("feed.json")]
    public async Task<IActionResult> Json(CancellationToken cancellationToken)
    {
        var feed = new Dictionary<string, object>
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = await NameAsync(),
            ["home_page_url"] = _site.Absolute("~/"),
            ["feed_url"] = _site.Absolute("~/feed.json"),
            ["language"] = CultureInfo.CurrentUICulture.Name,
            ["items"] = (await _news.ReadAsync(cancellationToken)).Select(entry => new Dictionary<string, object>
            {
                ["id"] = entry.Id,
                ["url"] = entry.Address,
                ["title"] = entry.Title,
                ["content_text"] = entry.Description,
                ["date_published"] = Instant(entry.PublishedUtc),
                ["date_modified"] = Instant(entry.UpdatedUtc),
            }),
        };
        return new JsonResult(feed, ApiJson.Options) { ContentType = "application/feed+json; charset=utf-8" };
    }

    private async Task<string> NameAsync() => (await _settings.GetSiteSettingsAsync()).SiteName ?? "";

    private XElement ToRss(NewsEntry entry) => new("item",
        new XElement("title", entry.Title),
        new XElement("link", entry.Address),
        new XElement("guid", new XAttribute("isPermaLink", "false"), entry.Id),
        new XElement("pubDate", entry.PublishedUtc.ToString("R", CultureInfo.InvariantCulture)),
        new XElement("description", entry.Description),
        entry.Event is { } part ? EventModule(part) : null);

    /// <summary>When and where, for programs (RSS event module).</summary>
    private IEnumerable<XElement> EventModule(EventPart part)
    {
        if (part.StartUtc is { } startUtc)
        {
            yield return new(_event + "startdate", EventJsonLd.Instant(startUtc, part));
        }

        if (part.EndUtc is { } endUtc)
        {
            yield return new(_event + "enddate", EventJsonLd.Instant(endUtc, part));
        }

        if (_texts.Place(part) is { Length: > 0 } place)
        {
            yield return new(_event + "location", place);
        }

        if (part.Organizers.Count > 0)
        {
            yield return new(_event + "organizer", string.Join(", ", part.Organizers.Select(host => host.Name)));
        }
    }

    private static XElement ToAtom(NewsEntry entry) => new(_atom + "entry",
        new XElement(_atom + "id", "urn:institutecms:" + entry.Id),
        new XElement(_atom + "title", entry.Title),
        AtomLink("alternate", "text/html", entry.Address),
        new XElement(_atom + "published", Instant(entry.PublishedUtc)),
        new XElement(_atom + "updated", Instant(entry.UpdatedUtc)),
        new XElement(_atom + "summary", entry.Description));

    private static XElement AtomLink(string relation, string type, string address) =>
        new(_atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
