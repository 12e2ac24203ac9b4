using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Ical.Net;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Feeds;

/// <summary>Feeds for programs that speak other formats, read back by parsers that are not ours.</summary>
[Collection(SharedSite.Name)]
public sealed class MoreFeedsTests
{
    private readonly TestSite _site;

    public MoreFeedsTests(TestSite site) => _site = site;

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/feed.atom")]
    public async Task Feed_is_read_by_a_syndication_library(string path)
    {
        using var visitor = _site.Visit(Institute.Department);

        var text = (await visitor.GetAsync(path)).Html;

        using var reader = XmlReader.Create(new StringReader(text));
        var feed = SyndicationFeed.Load(reader);
        Assert.NotEmpty(feed.Items);
        Assert.All(feed.Items, item =>
        {
            Assert.NotEmpty(item.Title.Text);
            Assert.NotEmpty(item.Id);
            Assert.StartsWith("http://localhost/graspp/", item.Links[0].Uri.ToString(), StringComparison.Ordinal);
            Assert.NotEqual(default, item.PublishDate);
        });
    }

    [Fact]
    public async Task Json_feed_says_the_same_as_the_others()
    {
        using var visitor = _site.Visit(Institute.Department);

        var answer = await visitor.GetAsync("/feed.json");
        var rss = XDocument.Parse((await visitor.GetAsync("/feed.xml")).Html).Descendants("item").Select(item => item.Element("link")!.Value);

        Assert.Equal("application/feed+json", answer.Response.Content.Headers.ContentType?.MediaType);
        var feed = JsonNode.Parse(answer.Html)!;
        Assert.Equal("https://jsonfeed.org/version/1.1", (string)feed["version"]!);
        Assert.Equal(rss, feed["items"]!.AsArray().Select(item => (string)item!["url"]!));
    }

    [Fact]
    public async Task Calendars_of_a_series_and_of_a_speaker_hold_theirs_and_no_others()
    {
        using var visitor = _site.Visit(Institute.Department);
        var all = Calendar.Load((await visitor.GetAsync("/events.ics")).Html)!.Events.Count;
        var series = (await _site.Visit().Http.GetStringAsync("/graspp/api/seminars/v1/series", TestContext.Current.CancellationToken));
        var address = (string)JsonNode.Parse(series)!["items"]![0]!["calendarUrl"]!;
        var speaker = (await visitor.GetAsync("/speakers")).Document.QuerySelector("main a[href*='/speakers/']")!.GetAttribute("href")!;

        var ofSeries = Calendar.Load((await visitor.GetAsync(address)).Html)!.Events.Count;
        var ofSpeaker = Calendar.Load((await visitor.GetAsync(speaker + ".ics")).Html)!.Events.Count;
        var ofNone = Calendar.Load((await visitor.GetAsync("/events.ics?series=none")).Html)!.Events.Count;

        Assert.InRange(ofSeries, 1, all);
        Assert.InRange(ofSpeaker, 1, all);
        Assert.Equal(0, ofNone);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/speakers/nobody.ics")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Institute.Department)]
    public async Task Programme_is_as_conferences_exchange_it(string tenant)
    {
        using var visitor = _site.Visit(tenant);
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Path.Combine(AppContext.BaseDirectory, "Feeds", "frab.xsd"));

        var document = XDocument.Parse((await visitor.GetAsync("/schedule.xml")).Html);
        var problems = new List<string>();
        document.Validate(schemas, (_, problem) => problems.Add(problem.Message));
        var json = JsonNode.Parse((await visitor.GetAsync("/schedule.json")).Html)!["schedule"]!["conference"]!;

        Assert.Empty(problems);
        var inXml = document.Descendants("event").Select(e => (e.Attribute("guid")!.Value, e.Element("title")!.Value, e.Element("date")!.Value)).ToList();
        Assert.NotEmpty(inXml);
        Assert.Equal(inXml, json["days"]!.AsArray().SelectMany(day => day!["rooms"]!.AsObject()).SelectMany(room => room.Value!.AsArray())
            .Select(e => ((string)e!["guid"]!, (string)e["title"]!, (string)e["date"]!)));
        document.Root!.Element("conference")!.Element("days")!.Value = "many";
        document.Validate(schemas, (_, problem) => problems.Add(problem.Message));
        Assert.NotEmpty(problems); // The schema finds something, where there is something.
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/schedule.json?series=none")).Status);
    }

    [Fact]
    public async Task Event_is_shown_on_other_pages_without_a_script()
    {
        using var visitor = _site.Visit(Institute.Department);
        var page = new Uri(visitor.Http.BaseAddress!, "/graspp" + Institute.OpenEvent).ToString();

        var answer = JsonNode.Parse((await visitor.GetAsync("/oembed?url=" + Uri.EscapeDataString(page) + "&maxwidth=300")).Html)!;
        var xml = XDocument.Parse((await visitor.GetAsync("/oembed?format=xml&url=" + Uri.EscapeDataString(page))).Html);
        var frame = await visitor.GetAsync("/embed/events?limit=2");

        Assert.Equal(("1.0", "rich", 300), ((string)answer["version"]!, (string)answer["type"]!, (int)answer["width"]!));
        Assert.Contains($"href=\"{page}\"", (string)answer["html"]!, StringComparison.Ordinal);
        Assert.Equal((string)answer["title"]!, xml.Root!.Element("title")!.Value);
        Assert.Empty(frame.Document.Scripts);
        Assert.InRange(frame.Document.QuerySelectorAll("li").Length, 1, 2);
        Assert.Contains("frame-ancestors *", string.Join(' ', frame.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/oembed?url=https://elsewhere.example/events/x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/oembed")).Status);
        Assert.Equal(HttpStatusCode.NotImplemented, (await visitor.GetAsync("/oembed?format=yaml&url=" + Uri.EscapeDataString(page))).Status);
    }

    [Fact]
    public async Task Sitemap_leads_to_each_page_in_each_language()
    {
        using var visitor = _site.Visit();
        XNamespace xhtml = "http://www.w3.org/1999/xhtml";

        var entry = XDocument.Parse((await visitor.GetAsync("/sitemap.xml")).Html).Root!.Elements().First(e => e.Value.Contains(Institute.Seminar, StringComparison.Ordinal));
        var alternates = entry.Elements(xhtml + "link").ToDictionary(link => link.Attribute("hreflang")!.Value, link => link.Attribute("href")!.Value);

        Assert.Equal(["en", "ja", "x-default"], alternates.Keys.Order());
        Assert.Equal("ja", (await visitor.GetAsync(alternates["ja"])).Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await visitor.GetAsync(alternates["en"])).Document.DocumentElement.GetAttribute("lang"));
    }
}
