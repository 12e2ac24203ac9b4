using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Autoroute.Core.Indexes;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Feeds;

/// <summary>Every public page, for search engines.</summary>
public sealed class SitemapController : Controller
{
    private const int MaxEntries = 50_000; // The most that the sitemap protocol allows.
    private static readonly XNamespace _sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] _lists = ["~/", "~/events", "~/speakers", "~/reports"];
    private static readonly string[] _types = [SeminarTypes.Event, SeminarTypes.Speaker, SeminarTypes.ForumReport];

    private readonly ISession _session;
    private readonly SiteAddress _site;

    public SitemapController(ISession session, SiteAddress site)
    {
        _session = session;
        _site = site;
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

        return new XmlResult(
            new XElement(_sitemap + "urlset", _lists.Select(address => Entry(address, null)), items.Select(item => Entry(ContentAddress.AddressOf(item.ContentItemId, paths.GetValueOrDefault(item.ContentItemId)), item.ModifiedUtc))),
            "application/xml; charset=utf-8");
    }

    private XElement Entry(string address, DateTime? modifiedUtc) => new(_sitemap + "url",
        new XElement(_sitemap + "loc", _site.Absolute(address)),
        modifiedUtc is { } known ? new XElement(_sitemap + "lastmod", known.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null);
}
