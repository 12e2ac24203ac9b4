using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Autoroute.Core.Indexes;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Localization;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Feeds;

/// <summary>Every public page, for search engines.</summary>
public sealed class SitemapController : Controller
{
    private const int MaxEntries = 50_000; // The most that the sitemap protocol allows.
    private static readonly XNamespace _sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace _xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly string[] _lists = ["~/", "~/events", "~/speakers", "~/reports"];
    private static readonly string[] _types = [SeminarTypes.Event, SeminarTypes.Speaker, SeminarTypes.ForumReport];

    private readonly ISession _session;
    private readonly SiteAddress _site;
    private readonly ILocalizationService _languages;

    public SitemapController(ISession session, SiteAddress site, ILocalizationService languages)
    {
        _session = session;
        _site = site;
        _languages = languages;
    }

    [HttpGet("sitemap.xml")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        // Rows of the indexes tell all that is needed; the items themselves stay unread.
        var items = (await _session
            .QueryIndex<ContentItemIndex>(x => x.Published && x.ContentType.IsIn(_types))
            .OrderByDescending(x => x.PublishedUtc)
            .Take(MaxEntries - _lists.Length)
            .ListAsync(cancellationToken)).ToList();
        var paths = (await _session.QueryIndex<AutoroutePartIndex>(x => x.Published).ListAsync(cancellationToken))
            .DistinctBy(route => route.ContentItemId)
            .ToDictionary(route => route.ContentItemId, route => route.Path);

        var languages = await _languages.GetSupportedCulturesAsync();
        return new XmlResult(
            new XElement(_sitemap + "urlset",
                new XAttribute(XNamespace.Xmlns + "xhtml", _xhtml.NamespaceName),
                _lists.Select(address => Entry(address, null, languages)),
                items.Select(item => Entry(ContentAddress.AddressOf(item.ContentItemId, paths.GetValueOrDefault(item.ContentItemId)), item.ModifiedUtc, languages))),
            "application/xml; charset=utf-8");
    }

    private XElement Entry(string address, DateTime? modifiedUtc, string[] languages) => new(_sitemap + "url",
        new XElement(_sitemap + "loc", _site.Absolute(address)),
        modifiedUtc is { } known ? new XElement(_sitemap + "lastmod", known.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null,
        languages.Length < 2 ? null : languages.Select(language => Alternate(language, _site.Absolute(address) + "?culture=" + language)).Append(Alternate("x-default", _site.Absolute(address))));

    private static XElement Alternate(string language, string address) =>
        new(_xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", language), new XAttribute("href", address));
}
