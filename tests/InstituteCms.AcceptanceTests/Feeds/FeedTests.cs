using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Ical.Net;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Feeds;

/// <summary>What programs read, read back by parsers that are not ours.</summary>
[Collection(SharedSite.Name)]
public sealed class FeedTests
{
    private readonly TestSite _site;

    public FeedTests(TestSite site) => _site = site;

    [Fact]
    public async Task Calendar_of_no_event_is_not_found()
    {
        using var visitor = _site.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/events/no-such-event.ics")).Status);
    }

    [Fact]
    public async Task Calendar_of_one_event_says_when_and_where()
    {
        using var visitor = _site.Visit();

        var answer = await visitor.GetAsync(Institute.Seminar + ".ics");

        Assert.Equal("text/calendar", answer.Response.Content.Headers.ContentType?.MediaType);
        var calendar = Calendar.Load(answer.Html)!;
        var entry = Assert.Single(calendar.Events);
        Assert.Equal(new DateTime(2019, 10, 16, 1, 30, 0, DateTimeKind.Utc), entry.Start!.AsUtc);
        Assert.Equal(new DateTime(2019, 10, 16, 3, 0, 0, DateTimeKind.Utc), entry.End!.AsUtc);
        Assert.Equal("Asia/Tokyo", entry.Start.TzId);
        Assert.Contains("UN Peace Operations", entry.Summary, StringComparison.Ordinal);
        Assert.Contains("SMBC Academia Hall", entry.Location, StringComparison.Ordinal);
        Assert.NotEmpty(calendar.TimeZones);
    }

    [Fact]
    public async Task Calendar_of_a_department_holds_its_events_and_no_others()
    {
        using var visitor = _site.Visit(Institute.Department);

        var calendar = Calendar.Load((await visitor.GetAsync("/events.ics")).Html)!;

        Assert.True(calendar.Events.Count >= 3);
        Assert.Equal(calendar.Events.Count, calendar.Events.Select(e => e.Uid).Distinct().Count());
        Assert.DoesNotContain(calendar.Events, e => e.Summary!.Contains("UN Peace Operations", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("graspp")]
    public async Task Feed_and_sitemap_are_xml_with_absolute_addresses_of_the_tenant(string tenant)
    {
        using var visitor = _site.Visit(tenant);
        var home = new Uri(visitor.Http.BaseAddress!, tenant.Length == 0 ? "/" : $"/{tenant}/").ToString();

        var feed = XDocument.Parse((await visitor.GetAsync("/feed.xml")).Html);
        var links = feed.Descendants("item").Select(i => i.Element("link")!.Value).ToList();
        Assert.Contains(links, l => l.Contains("/events/", StringComparison.Ordinal));
        Assert.Contains(links, l => l.Contains("/reports/", StringComparison.Ordinal));

        var sitemap = XDocument.Parse((await visitor.GetAsync("/sitemap.xml")).Html);
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var addresses = sitemap.Descendants(ns + "loc").Select(l => l.Value).ToList();
        Assert.True(addresses.Count > 6);

        Assert.All(links.Concat(addresses), l => Assert.StartsWith(home, l, StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Structured_data_says_what_the_page_says()
    {
        using var visitor = _site.Visit(Institute.Department);

        var page = await visitor.GetAsync(Institute.OpenEvent);

        var json = page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent;
        using var data = JsonDocument.Parse(json);
        var facts = data.RootElement;
        Assert.Equal("Event", facts.GetProperty("@type").GetString());
        Assert.Equal(page.Document.QuerySelector("main h1")!.TextContent.Trim(), facts.GetProperty("name").GetString());
        Assert.Equal(20, facts.GetProperty("maximumAttendeeCapacity").GetInt32());
        Assert.Contains("EventScheduled", facts.GetProperty("eventStatus").GetString(), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("meta[property='og:title']"));
    }

    [Fact]
    public async Task Two_characters_of_Japanese_are_a_word_to_look_for()
    {
        using var visitor = _site.Visit(Institute.Department);

        var page = await visitor.GetAsync("/events?words=災害");

        var found = page.Document.QuerySelectorAll(".event-entry__title").Select(title => title.TextContent.Trim());
        Assert.Equal(["災害のあとの自治体財政"], found);
    }
}
