using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using Ical.Net.CalendarComponents;
using InstituteCms.AcceptanceTests.Api;
using InstituteCms.AcceptanceTests.Sites;
using Calendar = Ical.Net.Calendar;

namespace InstituteCms.AcceptanceTests.Feeds;

/// <summary>
/// One table of facts. Each source says which of them it tells, under the same names; whatever two sources tell of one event has to be the same.
/// A further source is a further method and a line in the table.
/// </summary>
[Collection(SharedSite.Name)]
public sealed class ParityTests
{
    private static readonly string[] _everyFact = ["address", "availability", "end", "hosts", "languages", "mode", "place", "report", "speakers", "start", "status", "title", "zone"];

    private readonly TestSite _site;

    public ParityTests(TestSite site) => _site = site;

    /// <summary>Which facts each source has to tell, where the event has them.</summary>
    private static readonly Dictionary<string, string[]> _told = new()
    {
        ["page"] = ["address", "availability", "hosts", "languages", "report", "speakers", "start", "title"],
        ["REST"] = _everyFact,
        ["GraphQL"] = _everyFact,
        ["JSON-LD"] = ["address", "end", "hosts", "languages", "mode", "report", "speakers", "start", "status", "title"],
        ["iCalendar"] = ["address", "end", "start", "status", "title", "zone"],
        ["RSS"] = ["address", "end", "hosts", "place", "start", "title"],
        ["schedule"] = ["address", "end", "place", "speakers", "start", "title"],
    };

    [Theory]
    [InlineData("")]
    [InlineData(Institute.Department)]
    public async Task Every_source_tells_the_same_of_every_event(string tenant)
    {
        using var visitor = _site.Visit(tenant);
        var rest = await RestAsync(visitor, tenant);
        var sources = new Dictionary<string, Dictionary<string, SortedDictionary<string, string>>>
        {
            ["REST"] = rest,
            ["GraphQL"] = await GraphQLAsync(visitor, tenant),
            ["iCalendar"] = await CalendarAsync(visitor),
            ["RSS"] = await RssAsync(visitor),
            ["schedule"] = await ScheduleAsync(visitor),
            ["page"] = [],
            ["JSON-LD"] = [],
        };
        foreach (var address in rest.Keys)
        {
            var page = await visitor.GetAsync(address);
            sources["page"][address] = PageFacts(page, rest[address]["speakers"].Split(", ", StringSplitOptions.RemoveEmptyEntries));
            sources["JSON-LD"][address] = JsonLdFacts(page);
        }

        Assert.NotEmpty(rest);
        var differences = new List<string>();
        foreach (var (source, events) in sources)
        {
            foreach (var (address, facts) in events)
            {
                Assert.Empty(facts.Keys.Except(_told[source]));
                // A calendar has no word for an event that was moved online: it takes place.
                var wanted = rest[address].Where(fact => _told[source].Contains(fact.Key))
                    .Select(fact => source == "iCalendar" && fact is { Key: "status", Value: "movedOnline" } ? new(fact.Key, "scheduled") : fact);
                differences.AddRange(wanted.Where(fact => facts.GetValueOrDefault(fact.Key, "") != fact.Value)
                    .Select(fact => $"{source}, {address}, {fact.Key}: “{facts.GetValueOrDefault(fact.Key)}”, but REST says “{fact.Value}”"));
            }
        }

        Assert.Empty(differences);
        Assert.Equal(rest.Keys.Order(), sources["GraphQL"].Keys.Order());
        var held = rest.Where(e => e.Value["start"].Length > 0 && e.Value["status"] is "scheduled" or "movedOnline").Select(e => e.Key).Order();
        Assert.Equal(held, sources["schedule"].Keys.Order());
        Assert.Equal(rest.Where(e => e.Value["start"].Length > 0).Select(e => e.Key).Order(), sources["iCalendar"].Keys.Order());
    }

    private static async Task<Dictionary<string, SortedDictionary<string, string>>> RestAsync(Visitor visitor, string tenant)
    {
        var found = new Dictionary<string, SortedDictionary<string, string>>();
        foreach (var past in new[] { "true", "false" })
        {
            foreach (var item in (await visitor.AskAsync($"/events?limit=100&past={past}", tenant)).Json["items"]!.AsArray())
            {
                var facts = (await visitor.AskAsync("/events/" + (string)item!["id"]!, tenant)).Json;
                Assert.Equal(item["availability"]!.ToJsonString(), facts["availability"]!.ToJsonString());
                found[(string)facts["url"]!] = Facts(
                    ("address", (string)facts["url"]!),
                    ("title", (string)facts["title"]!),
                    ("start", Instant((string?)facts["start"])),
                    ("end", Instant((string?)facts["end"])),
                    ("zone", (string)facts["timeZone"]!),
                    ("place", (string)facts["place"]!),
                    ("mode", (string)facts["mode"]!),
                    ("status", (string)facts["status"]!),
                    ("availability", (string)facts["availability"]!["state"]!),
                    ("languages", Join(facts["languages"]!.AsArray().Select(l => (string)l!))),
                    ("hosts", Join(facts["hosts"]!.AsArray().Select(h => (string)h!["name"]!))),
                    ("speakers", Join(facts["speakers"]!.AsArray().Select(s => (string)s!["name"]!))),
                    ("report", (string?)facts["report"]?["url"] ?? ""));
            }
        }

        return found;
    }

    private static async Task<Dictionary<string, SortedDictionary<string, string>>> GraphQLAsync(Visitor visitor, string tenant)
    {
        const string query = """
            { event(first: 1000) { displayText autoroute { path } event { startUtc endUtc timeZoneId place mode status availability { state } languages
                organizers { name } speakers { name } report { ... on ForumReport { autoroute { path } } } } } }
            """;
        var site = new Uri(visitor.Http.BaseAddress!, tenant.Length == 0 ? "" : tenant + "/");
        var answer = await visitor.Http.GetStringAsync(new Uri(site, "api/graphql?query=" + Uri.EscapeDataString(query)), TestContext.Current.CancellationToken);
        return JsonNode.Parse(answer)!["data"]!["event"]!.AsArray().Select(item => (Item: item!, Part: item!["event"]!)).Select(found => Facts(
            ("address", AddressOf(found.Item)),
            ("title", (string)found.Item["displayText"]!),
            ("start", Instant((string?)found.Part["startUtc"])),
            ("end", Instant((string?)found.Part["endUtc"])),
            ("zone", (string)found.Part["timeZoneId"]!),
            ("place", (string)found.Part["place"]!),
            ("mode", Name((string)found.Part["mode"]!)),
            ("status", Name((string)found.Part["status"]!)),
            ("availability", Name((string)found.Part["availability"]!["state"]!)),
            ("languages", Join(found.Part["languages"]!.AsArray().Select(l => (string)l!))),
            ("hosts", Join(found.Part["organizers"]!.AsArray().Select(o => (string)o!["name"]!))),
            ("speakers", Join(found.Part["speakers"]!.AsArray().Select(s => (string)s!["name"]!))),
            ("report", found.Part["report"] is { } report ? AddressOf(report) : ""))).ToDictionary(facts => facts["address"]);

        string AddressOf(JsonNode item) => new Uri(site, (string)item["autoroute"]!["path"]!).ToString();

        // MOVED_ONLINE and NotOffered, as the others write them.
        static string Name(string value) => JsonNamingPolicy.CamelCase.ConvertName(
            string.Concat(value.Split('_').Select(word => word.All(char.IsUpper) ? word[0] + word[1..].ToLowerInvariant() : word)));
    }

    /// <summary>What a person reads. Honorifics stand before names there, and languages have names.</summary>
    private static SortedDictionary<string, string> PageFacts(Page page, string[] names)
    {
        var main = page.Document.QuerySelector("main")!;
        var cards = main.QuerySelectorAll(".speaker-card__name").Select(Words).ToList();
        return Facts(
            ("address", page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!),
            ("title", Words(main.QuerySelector("h1")!)),
            ("start", Instant(main.QuerySelector(".facts__row--when time")?.GetAttribute("datetime"))),
            ("languages", Join(Row(main, "Language").SelectMany(row => Words(row).Split(", ")).Select(TagOf))),
            ("hosts", Join(Row(main, "Hosts").SelectMany(row => row.QuerySelectorAll("li")).Select(Words))),
            ("speakers", Join(cards.Select((card, place) => names.ElementAtOrDefault(place) is { } name && card.Contains(name, StringComparison.Ordinal) ? name : card))),
            ("availability", StateOf(main.QuerySelector(".facts__action .availability")!)),
            ("report", main.QuerySelector("a.report-teaser") is { } report ? new Uri(new Uri("http://localhost"), report.GetAttribute("href")!).ToString() : ""));
    }

    private static IEnumerable<IElement> Row(IElement main, string name) =>
        main.QuerySelectorAll(".facts__row").Where(row => row.QuerySelector("dt")!.TextContent.Trim() == name).Select(row => row.QuerySelector("dd")!);

    private static string TagOf(string language) => CultureInfo.GetCultures(CultureTypes.NeutralCultures).First(culture => culture.EnglishName == language).Name;

    private static string StateOf(IElement availability) =>
        availability.ClassList.First(name => name.StartsWith("availability--", StringComparison.Ordinal))["availability--".Length..] switch
        {
            "few-left" => "open",
            "report" => "ended",
            "not-offered" => "notOffered",
            "not-yet-open" => "notYetOpen",
            "by-invitation" => "byInvitation",
            var state => state,
        };

    private static SortedDictionary<string, string> JsonLdFacts(Page page)
    {
        var facts = JsonNode.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent)!;
        return Facts(
            ("address", (string)facts["url"]!),
            ("title", (string)facts["name"]!),
            ("start", Instant((string?)facts["startDate"])),
            ("end", Instant((string?)facts["endDate"])),
            ("mode", (string)facts["eventAttendanceMode"]! switch
            {
                "https://schema.org/OnlineEventAttendanceMode" => "online",
                "https://schema.org/MixedEventAttendanceMode" => "hybrid",
                "https://schema.org/OfflineEventAttendanceMode" => "inPerson",
                var other => other,
            }),
            ("status", (string)facts["eventStatus"]! switch
            {
                "https://schema.org/EventScheduled" => "scheduled",
                "https://schema.org/EventCancelled" => "cancelled",
                "https://schema.org/EventPostponed" => "postponed",
                "https://schema.org/EventMovedOnline" => "movedOnline",
                var other => other,
            }),
            ("languages", Join((facts["inLanguage"]?.AsArray() ?? []).Select(l => (string)l!))),
            ("hosts", Join((facts["organizer"]?.AsArray() ?? []).Select(o => (string)o!["name"]!))),
            ("speakers", Join((facts["performer"]?.AsArray() ?? []).Select(p => (string)p!["name"]!))),
            ("report", (string?)facts["subjectOf"]?["url"] ?? ""));
    }

    private static async Task<Dictionary<string, SortedDictionary<string, string>>> CalendarAsync(Visitor visitor) =>
        Calendar.Load((await visitor.GetAsync("/events.ics")).Html)!.Events.ToDictionary(e => e.Url!.ToString(), CalendarFacts);

    private static SortedDictionary<string, string> CalendarFacts(CalendarEvent entry) => Facts(
        ("address", entry.Url!.ToString()),
        ("title", entry.Summary!),
        ("start", Instant(entry.Start!.AsUtc)),
        ("end", entry.End is { } end ? Instant(end.AsUtc) : ""),
        ("zone", entry.Start.TzId!),
        ("status", entry.Status switch { "CANCELLED" => "cancelled", "TENTATIVE" => "postponed", _ => "scheduled" }));

    private static async Task<Dictionary<string, SortedDictionary<string, string>>> RssAsync(Visitor visitor)
    {
        XNamespace ev = "http://purl.org/rss/1.0/modules/event/";
        return XDocument.Parse((await visitor.GetAsync("/feed.xml")).Html).Descendants("item")
            .Where(item => item.Element("link")!.Value.Contains("/events/", StringComparison.Ordinal))
            .ToDictionary(item => item.Element("link")!.Value, item => Facts(
                ("address", item.Element("link")!.Value),
                ("title", item.Element("title")!.Value),
                ("start", Instant(item.Element(ev + "startdate")?.Value)),
                ("end", Instant(item.Element(ev + "enddate")?.Value)),
                ("place", item.Element(ev + "location")?.Value ?? ""),
                ("hosts", item.Element(ev + "organizer")?.Value ?? "")));
    }

    private static async Task<Dictionary<string, SortedDictionary<string, string>>> ScheduleAsync(Visitor visitor) =>
        XDocument.Parse((await visitor.GetAsync("/schedule.xml")).Html).Descendants("event").ToDictionary(e => e.Element("url")!.Value, e => Facts(
            ("address", e.Element("url")!.Value),
            ("title", e.Element("title")!.Value),
            ("start", Instant(e.Element("date")!.Value)),
            ("end", Instant(DateTimeOffset.Parse(e.Element("date")!.Value, CultureInfo.InvariantCulture).UtcDateTime + TimeSpan.Parse(e.Element("duration")!.Value + ":00", CultureInfo.InvariantCulture))),
            ("place", e.Element("room")!.Value is var room and not "–" ? room : ""),
            ("speakers", Join(e.Descendants("person").Select(p => p.Value)))));

    private static SortedDictionary<string, string> Facts(params (string Name, string Value)[] facts) => new(facts.ToDictionary(fact => fact.Name, fact => fact.Value));

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Instant(string? text) => text is null ? "" : Instant(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime);

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
