using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>Whatever programs send, they are told what is wrong with it, and the site stays whole.</summary>
public sealed class FuzzTests : IClassFixture<TestSite>
{
    private const int Seed = 20261127;
    private const int Requests = 700;

    private static readonly string[] _odd =
    [
        "null", "true", "-1", "0", "99", "1e400", "99999999999999999999", "\"\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"x\"", "[]", "[null]", "[[[]]]", "{}", "{\"\":1}", "{\"a\":{\"b\":[{}]}}",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"2026-02-30T00:00:00Z\"", "\"javascript:alert(1)\"", "\"../../etc\"", "\"{{ 1 | divided_by: 0 }}\"", "\"<script>\"",
        "\"" + new string('漢', 3000) + "\"",
    ];

    private readonly TestSite _site;

    public FuzzTests(TestSite site) => _site = site;

    [Fact]
    public async Task Content_api_answers_whatever_is_sent()
    {
        using var program = await _site.ProgramAsync("Editor", "fuzz", "AccessContentApi", "ViewContent", "EditContent", "PublishContent", "DeleteContent");
        var samples = new List<string>();
        foreach (var id in new[] { "41h8wh1q3g1jqb7a2bp5650zv6", "4xaspzvfjfmr95ejnzdk1zjf26", "4pqf81bheajbedz6hm7gx14sxq" })
        {
            samples.Add((await program.SendJsonAsync(HttpMethod.Get, "api/content/" + id)).Body!.ToJsonString());
        }

        var random = new Random(Seed);
        var seen = new SortedDictionary<HttpStatusCode, int>();
        for (var i = 0; i < Requests; i++)
        {
            var sent = Mutate(samples[random.Next(samples.Count)], random);
            using var answer = await program.PostAsync("api/content" + (random.Next(3) == 0 ? "?draft=true" : ""), new StringContent(sent, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            seen[answer.StatusCode] = seen.GetValueOrDefault(answer.StatusCode) + 1;
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode} for {sent}");
            Assert.True(answer.IsSuccessStatusCode || body.Contains("\"title\"", StringComparison.Ordinal), $"No reason for {sent}");
        }

        Assert.True(seen.GetValueOrDefault(HttpStatusCode.OK) > 20 && seen.GetValueOrDefault(HttpStatusCode.BadRequest) > 100, string.Join(", ", seen));
        using var visitor = _site.Visit(Institute.Department);
        foreach (var page in new[] { "/", "/events", "/speakers", "/reports", "/feed.xml", "/events.ics", "/sitemap.xml" })
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.FollowAsync(page)).Status);
        }
    }

    [Fact]
    public async Task GraphQL_answers_whatever_is_sent()
    {
        using var anybody = _site.Program(null);
        string[] samples =
        [
            """{ event(where: {event: {startUtc_gt: "2020-01-01T00:00:00Z", series_contains: "a"}, OR: [{displayText_in: ["a", "b"]}]}, orderBy: {createdUtc: DESC}, first: 5, skip: 0, status: PUBLISHED) { displayText event { speakers { name speaker { displayText ... on Speaker { speaker { biography } } } } report { displayText } availability { state } } } }""",
            """query Q($id: String!, $n: Int) { contentItem(contentItemId: $id) { __typename ... on ForumReport { forumReport { event { displayText } } } } speaker(first: $n) { autoroute { path } } }""",
            """{ forumReport(where: {forumReport: {eventId_not: "x"}, NOT: {displayText_starts_with: "a"}}) { ...f } } fragment f on ForumReport { displayText forumReport { photos { path } authors } }""",
        ];
        foreach (var sample in samples)
        {
            var sound = new JsonObject { ["query"] = sample, ["variables"] = sample.StartsWith("query", StringComparison.Ordinal) ? new JsonObject { ["id"] = "x", ["n"] = 1 } : null };
            var (status, body) = await anybody.SendJsonAsync(HttpMethod.Post, "api/graphql", Programs.Json(sound.ToJsonString()));
            Assert.True(status == HttpStatusCode.OK, body?.ToJsonString());
        }

        var random = new Random(Seed + 1);
        var seen = new SortedDictionary<HttpStatusCode, int>();
        for (var i = 0; i < Requests; i++)
        {
            var request = new JsonObject { ["query"] = random.Next(4) == 0 ? samples[random.Next(samples.Length)] : MutateText(samples[random.Next(samples.Length)], random) }.ToJsonString();
            var variables = random.Next(2) == 0 ? _odd[random.Next(_odd.Length)] : $$"""{"id":{{_odd[random.Next(_odd.Length)]}},"n":{{_odd[random.Next(_odd.Length)]}}}""";
            var sent = random.Next(10) == 0 ? MutateText(request, random) : $"{request[..^1]},\"variables\":{variables}}}";
            using var answer = await anybody.PostAsync("api/graphql", new StringContent(sent, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            seen[answer.StatusCode] = seen.GetValueOrDefault(answer.StatusCode) + 1;
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode} for {sent}");
        }

        Assert.True(seen.GetValueOrDefault(HttpStatusCode.BadRequest) > 100, string.Join(", ", seen));
        Assert.True(seen.GetValueOrDefault(HttpStatusCode.OK) > 5, string.Join(", ", seen));
    }

    /// <summary>The JSON with one or a few values that are something else; now and then with its text torn.</summary>
    private static string Mutate(string json, Random random)
    {
        if (random.Next(8) == 0)
        {
            return MutateText(json, random);
        }

        var node = JsonNode.Parse(json)!;
        for (var changes = random.Next(3); changes >= 0; changes--)
        {
            var places = Places(node).ToList();
            var (parent, key) = places[random.Next(places.Count)];
            var value = _odd[random.Next(_odd.Length)];
            if (parent is JsonObject members)
            {
                members[random.Next(6) == 0 ? key + "x" : key] = JsonValue.Create("%" + value + "%");
            }
            else
            {
                parent.AsArray()[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] = JsonValue.Create("%" + value + "%");
            }
        }

        // Values that no node can hold, such as half a character, are put in as text.
        return _odd.Aggregate(
            node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
            (text, value) => text.Replace(JsonValue.Create("%" + value + "%").ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), value, StringComparison.Ordinal));
    }

    private static IEnumerable<(JsonNode Parent, string Key)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value).Prepend((node, member.Key))),
        JsonArray entries => entries.SelectMany((entry, index) => Places(entry).Prepend((node, index.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
        _ => [],
    };

    private static string MutateText(string text, Random random)
    {
        var characters = new StringBuilder(text);
        for (var changes = random.Next(4); changes >= 0 && characters.Length > 1; changes--)
        {
            var at = random.Next(characters.Length);
            switch (random.Next(4))
            {
                case 0:
                    characters.Remove(at, Math.Min(characters.Length - at, 1 + random.Next(8)));
                    break;
                case 1:
                    characters.Insert(at, "{}[]\":,!$@\\x0\0é"[random.Next(15)]);
                    break;
                case 2:
                    characters.Insert(at, characters.ToString(at, Math.Min(characters.Length - at, 30)));
                    break;
                default:
                    characters.Insert(at, _odd[random.Next(_odd.Length)]);
                    break;
            }
        }

        return characters.ToString();
    }
}
