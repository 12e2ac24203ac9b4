using System.Net;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>GraphQL answers as Orchard Core's does, with nobody's personal data and within limits.</summary>
public sealed class GraphQLTests : IClassFixture<TestSite>
{
    private const string Everything = """
        { event(orderBy: {displayText: ASC}) { displayText autoroute { path } event { startUtc timeZoneId status venue { name }
            speakers { name role speaker { displayText ... on Speaker { speaker { organization } autoroute { path } } } }
            availability { state remaining }
            report { displayText ... on ForumReport { forumReport { summary event { displayText } } } } } } }
        """;

    private static readonly string[] _unseen = ["registra", "email", "joinurl", "owner", "author:", "user", "question", "mail", "token"];

    private readonly TestSite _site;

    public GraphQLTests(TestSite site) => _site = site;

    [Fact]
    public async Task Event_comes_with_its_speakers_and_its_report()
    {
        using var anybody = _site.CreateClient();

        var (status, body) = await anybody.QueryAsync(Everything);

        Assert.Equal(HttpStatusCode.OK, status);
        var seminar = Assert.Single(body["data"]!["event"]!.AsArray())!;
        Assert.Contains("UN Peace Operations", (string)seminar["displayText"]!, StringComparison.Ordinal);
        Assert.Equal("Asia/Tokyo", (string)seminar["event"]!["timeZoneId"]!);
        Assert.Equal("Ended", (string)seminar["event"]!["availability"]!["state"]!);
        var speakers = seminar["event"]!["speakers"]!.AsArray();
        Assert.NotEmpty(speakers);
        Assert.All(speakers, speaker => Assert.NotEmpty((string)speaker!["speaker"]!["displayText"]!));
        Assert.Equal((string)seminar["displayText"]!, (string)seminar["event"]!["report"]!["forumReport"]!["event"]!["displayText"]!);
    }

    [Fact]
    public async Task Many_events_take_no_more_statements_than_a_few()
    {
        _site.Server.PreserveExecutionContext = true; // For the program that is made next.
        using var program = await _site.ProgramAsync("Editor", "many-events", "AccessContentApi", "ViewContent", "EditContent", "PublishContent");
        await StatementsAsync(program); // Makes the schema, and notes the token's use.
        var speaker = (string)(await program.PostItemAsync("""{"ContentType":"Speaker","TitlePart":{"Title":"Much asked"}}""")).Body!["ContentItemId"]!;
        await AnnounceAsync(program, speaker, "The first talk");
        var few = await StatementsAsync(program);
        for (var i = 0; i < 12; i++)
        {
            await AnnounceAsync(program, speaker, $"Talk {i}");
        }

        var many = await StatementsAsync(program);

        Assert.Equal(few, many);
        Assert.InRange(many, 1, 15);
    }

    [Fact]
    public async Task Schema_that_anybody_reads_is_the_one_written_down()
    {
        using var anybody = _site.CreateClient();

        var (status, body) = await anybody.QueryAsync(SchemaText.Query);

        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        var schema = SchemaText.Of(body["data"]!["__schema"]!);
        var golden = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Foundations", "Embedded", "Headless", "schema.graphql"), TestContext.Current.CancellationToken);
        Assert.True(golden == schema, $"The schema has changed. If it was meant to, this is the new text:\n{schema}");
        Assert.All(_unseen, word => Assert.DoesNotContain(word, schema, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("{ event { nothing } }")]
    [InlineData("{ event(first: 1001) { displayText } }")]
    [InlineData("{ event(first: -1) { displayText } }")]
    [InlineData("{ event(first: 99999999999) { displayText } }")]
    [InlineData("""{ event(first: "x") { displayText } }""")]
    [InlineData("""{ event(where: {event: {startUtc_gt: "tomorrow"}}) { displayText } }""")]
    [InlineData("""{ event(where: {event: {startUtc_gt: null}}) { displayText } }""")]
    [InlineData("""{ event(where: {displayText: "\u0000"}) { displayText } }""")]
    [InlineData("{ event(status: EVERY) { displayText } }")]
    [InlineData("{ event ")]
    [InlineData("mutation { event { displayText } }")]
    [InlineData("fragment a on Event { ...b } fragment b on Event { ...a } { event { ...a } }")]
    public async Task What_cannot_be_is_refused_with_its_reason(string query)
    {
        using var anybody = _site.CreateClient();

        var (status, body) = await anybody.QueryAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty((string)body["errors"]![0]!["message"]!);
    }

    [Fact]
    public async Task Too_deep_too_wide_too_long_and_malformed_requests_are_refused()
    {
        using var anybody = _site.CreateClient();
        const string fields = "report { ... on ForumReport { forumReport { event { ... on Event { event { ";
        var deep = string.Concat(Enumerable.Repeat(fields, 8)) + "subject" + string.Concat(Enumerable.Repeat(" } } } } } }", 8));
        var wide = string.Concat(Enumerable.Range(0, 60).Select(i => $"a{i}: event(first: 1000) {{ displayText }} "));
        var filters = string.Join(",", Enumerable.Repeat("""{displayText: "a"}""", 150));

        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.QueryAsync($"{{ event {{ event {{ {deep} }} }} }}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.QueryAsync($"{{ {wide} }}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.QueryAsync($"{{ event(where: {{OR: [{filters}]}}) {{ displayText }} }}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.QueryAsync(new string('{', 3000))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await anybody.QueryAsync("{ event { displayText } }" + new string(' ', 70_000))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.SendJsonAsync(HttpMethod.Post, "api/graphql", Programs.Json("{\"query\":"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.SendJsonAsync(HttpMethod.Post, "api/graphql", Programs.Json("[]"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.SendJsonAsync(HttpMethod.Post, "api/graphql", Programs.Json("{}"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.SendJsonAsync(HttpMethod.Get, "api/graphql?query={event{displayText}}&variables=nonsense")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await anybody.SendJsonAsync(HttpMethod.Post, "api/graphql", Programs.Json("{}", "text/plain"))).Status);
    }

    [Fact]
    public async Task Queries_come_by_address_by_json_and_as_they_are()
    {
        using var anybody = _site.CreateClient();
        const string query = "query Titles($n: Int) { event(first: $n) { displayText } }";

        var byAddress = await anybody.SendJsonAsync(HttpMethod.Get, "api/graphql?query=" + Uri.EscapeDataString(query) + "&variables=" + Uri.EscapeDataString("""{"n":1}"""));
        var byJson = await anybody.SendJsonAsync(HttpMethod.Post, "api/graphql", Programs.Json(new JsonObject { ["query"] = query, ["variables"] = new JsonObject { ["n"] = 1 }, ["operationName"] = "Titles" }.ToJsonString()));
        var asItIs = await anybody.SendJsonAsync(HttpMethod.Post, "api/graphql", Programs.Json(query, "application/graphql"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [byAddress.Status, byJson.Status, asItIs.Status]);
        Assert.Equal(byAddress.Body!["data"]!.ToJsonString(), byJson.Body!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Drafts_are_for_those_who_may_preview_and_a_bad_token_is_not_an_anonymous_visitor()
    {
        const string drafts = "{ event(status: LATEST) { displayText published } }";
        using var editor = await _site.ProgramAsync("Editor", "drafts", "AccessContentApi", "PreviewContent", "EditContent");
        using var reader = await _site.ProgramAsync("Editor", "no-drafts", "ViewContent");
        using var anybody = _site.Program(null);
        using var stranger = _site.Program("icms_" + new string('A', 43));
        await editor.PostItemAsync("""{"ContentType":"Event","TitlePart":{"Title":"Only drafted"}}""", "?draft=true");

        Assert.Contains("Only drafted", (await editor.QueryAsync(drafts)).Body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Only drafted", (await anybody.QueryAsync("{ event { displayText } }")).Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.QueryAsync(drafts)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.QueryAsync(drafts)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.QueryAsync("{ event { displayText } }")).Status);
    }

    [Fact]
    public async Task Developer_tries_a_query_in_the_admin()
    {
        using var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var page = await administrator.GetAsync("/Admin/GraphQL");

        var answered = await administrator.SubmitAsync(page, "#graphql", ("Query", "{ speaker(first: 1) { displayText } }"));
        var wrong = await administrator.SubmitAsync(page, "#graphql", ("Query", "{ speaker { nothing } }"), ("Variables", "{"));

        Assert.Contains("\"displayText\":", answered.Document.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Contains("{ speaker { nothing } }", wrong.Document.QuerySelector("#Query")!.TextContent, StringComparison.Ordinal);
        using var visitor = _site.Visit(Institute.Department);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/Admin/GraphQL")).Status);
    }

    private static async Task AnnounceAsync(HttpClient program, string speaker, string title)
    {
        var made = await program.PostItemAsync($$$"""{"ContentType":"Event","TitlePart":{"Title":"{{{title}}}"},"EventPart":{"Speakers":[{"SpeakerId":"{{{speaker}}}","Name":"Much asked"}]}}""");
        Assert.Equal(HttpStatusCode.OK, made.Status);
    }

    private static async Task<int> StatementsAsync(HttpClient program)
    {
        using var statements = new Statements();
        var (status, body) = await program.QueryAsync(Everything);
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        return statements.Count;
    }
}
