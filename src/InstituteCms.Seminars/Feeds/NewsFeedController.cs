using System.Globalization;
using System.Xml.Linq;
using InstituteCms.Events;
using InstituteCms.ForumReports;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Settings;

namespace InstituteCms.Feeds;

/// <summary>What was announced and reported last, as RSS 2.0.</summary>
public sealed class NewsFeedController : Controller
{
    private const int MaxEntries = 30;
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    private readonly EventFinder _events;
    private readonly ReportFinder _reports;
    private readonly EventTexts _texts;
    private readonly ISiteService _settings;
    private readonly SiteAddress _site;

    public NewsFeedController(EventFinder events, ReportFinder reports, EventTexts texts, ISiteService settings, SiteAddress site)
    {
        _events = events;
        _reports = reports;
        _texts = texts;
        _settings = settings;
        _site = site;
    }

    [HttpGet("feed.xml")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var name = (await _settings.GetSiteSettingsAsync()).SiteName ?? "";
        var events = await _events.FindAnnouncedAsync(MaxEntries, cancellationToken);
        var reports = await _reports.FindAsync(1, MaxEntries, cancellationToken);
        var entries = events.Concat(reports.Entries).OrderByDescending(item => item.PublishedUtc).Take(MaxEntries);

        return new XmlResult(
            new XElement("rss",
                new XAttribute("version", "2.0"),
                new XAttribute(XNamespace.Xmlns + "atom", _atom.NamespaceName),
                new XElement("channel",
                    new XElement("title", name),
                    new XElement("link", _site.Absolute("~/")),
                    new XElement("description", name),
                    new XElement("language", CultureInfo.CurrentUICulture.Name),
                    new XElement(_atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml"), new XAttribute("href", _site.Absolute("~/feed.xml"))),
                    entries.Select(ToEntry))),
            "application/rss+xml; charset=utf-8");
    }

    private XElement ToEntry(ContentItem item) => new("item",
        new XElement("title", item.DisplayText),
        new XElement("link", _site.Absolute(ContentAddress.AddressOf(item))),
        new XElement("guid", new XAttribute("isPermaLink", "false"), item.ContentItemId),
        item.PublishedUtc is { } publishedUtc ? new XElement("pubDate", publishedUtc.ToString("R", CultureInfo.InvariantCulture)) : null,
        new XElement("description", Description(item)));

    private string Description(ContentItem item)
    {
        if (item.TryGet<ForumReportPart>(out var report))
        {
            return report.Summary ?? PlainText.Of(report.Body, 300);
        }

        var part = item.GetOrCreate<EventPart>();
        return string.Join(" · ", new[] { _texts.Day(part), _texts.Time(part), _texts.Place(part), PlainText.Of(part.Abstract, 300) }.Where(line => line.Length > 0));
    }
}
