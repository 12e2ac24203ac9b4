using System.Net;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>The content API answers as Orchard Core's does: its JSON, its statuses, its permissions.</summary>
public sealed class ContentApiTests : IClassFixture<TestSite>
{
    private const string All = "AccessContentApi ViewContent EditContent PublishContent DeleteContent";

    private readonly TestSite _site;

    public ContentApiTests(TestSite site) => _site = site;

    [Fact]
    public async Task Item_is_made_read_changed_and_removed()
    {
        using var program = await EditorAsync("api-life");

        var (status, made) = await program.PostItemAsync("""{"ContentType":"Speaker","TitlePart":{"Title":"Ada 愛"},"SpeakerPart":{"Position":"Professor"}}""");
        Assert.Equal(HttpStatusCode.OK, status);
        var id = (string)made!["ContentItemId"]!;
        Assert.Equal(("Ada 愛", true, true, "api-life"), ((string)made["DisplayText"]!, (bool)made["Published"]!, (bool)made["Latest"]!, (string)made["Author"]!));

        var (_, read) = await program.SendJsonAsync(HttpMethod.Get, "api/content/" + id);
        Assert.True(JsonNode.DeepEquals(made, read));

        var (_, changed) = await program.PostItemAsync($$$"""{"ContentItemId":"{{{id}}}","SpeakerPart":{"Organization":"Tokyo"}}""");
        Assert.Equal(("Professor", "Tokyo"), ((string)changed!["SpeakerPart"]!["Position"]!, (string)changed["SpeakerPart"]!["Organization"]!));
        Assert.NotEqual((string)made["ContentItemVersionId"]!, (string)changed["ContentItemVersionId"]!);

        var (removedStatus, removed) = await program.SendJsonAsync(HttpMethod.Delete, "api/content/" + id);
        Assert.Equal((HttpStatusCode.OK, id), (removedStatus, (string)removed!["ContentItemId"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await program.SendJsonAsync(HttpMethod.Get, "api/content/" + id)).Status);
    }

    [Fact]
    public async Task What_was_read_can_be_sent_back_and_a_draft_leaves_the_public_page_alone()
    {
        using var program = await EditorAsync("api-draft");
        var seeded = await SeededAsync(program);

        Assert.Equal(HttpStatusCode.OK, (await program.PostItemAsync(seeded.ToJsonString())).Status);
        seeded["EventPart"]!["Subtitle"] = "Only a draft says this";
        var (status, draft) = await program.PostItemAsync(seeded.ToJsonString(), "?draft=true");

        Assert.Equal((HttpStatusCode.OK, false, true), (status, (bool)draft!["Published"]!, (bool)draft["Latest"]!));
        using var visitor = _site.Visit(Institute.Department);
        Assert.DoesNotContain("Only a draft says this", (await visitor.GetAsync(Institute.OpenEvent)).Html, StringComparison.Ordinal);
        Assert.NotEqual("Only a draft says this", (string?)(await SeededAsync(program))["EventPart"]!["Subtitle"]);

        Assert.Equal(HttpStatusCode.OK, (await program.PostItemAsync(seeded.ToJsonString())).Status);
        Assert.Contains("Only a draft says this", (await visitor.GetAsync(Institute.OpenEvent)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"ContentType":"Speaker""", "JSON")]
    [InlineData("""[]""", "one content item")]
    [InlineData("""{"ContentType":"Speaker","contenttype":"Event"}""", "twice")]
    [InlineData("""{"ContentType":"Nothing"}""", "ContentType")]
    [InlineData("""{"ContentType":"Speaker","Published":"perhaps"}""", "wrong type")]
    [InlineData("""{"ContentType":"Speaker","TitlePart":{"Title":["a"]}}""", "TitlePart.Title")]
    [InlineData("""{"ContentType":"Speaker","TitlePart":{"Titel":"a"}}""", "TitlePart.Titel")]
    [InlineData("""{"ContentType":"Speaker","TitlePart":{"Title":"a\u0000"}}""", "TitlePart.Title")]
    [InlineData("""{"ContentType":"Speaker","TitlePart":{"Title":"a"},"Nonsense":{"A":1}}""", "Nonsense")]
    [InlineData("""{"ContentType":"Speaker","TitlePart":{"Title":"a"},"nonsense":3}""", "nonsense")]
    [InlineData("""{"ContentType":"Speaker","TitlePart":[1]}""", "TitlePart")]
    [InlineData("""{"ContentType":"Event","TitlePart":{"Title":"a"},"EventPart":{"StartUtc":"tomorrow"}}""", "EventPart.StartUtc")]
    [InlineData("""{"ContentType":"Event","TitlePart":{"Title":"a"},"EventPart":{"Venue":{"Town":"x"}}}""", "EventPart")]
    [InlineData("""{"ContentType":"Event","TitlePart":{"Title":"a"},"EventPart":{"Speakers":[null]}}""", "EventPart.Speakers[0]")]
    [InlineData("""{"ContentType":"Event","TitlePart":{"Title":"a"},"EventPart":{"Format":99}}""", "EventPart.Format")]
    [InlineData("""{"ContentType":"Event","TitlePart":{"Title":"a"},"EventPart":{"TimeZoneId":"Mars/Base"}}""", "TimeZoneId")]
    [InlineData("""{"ContentType":"Event","TitlePart":{"Title":""}}""", "Title")]
    public async Task What_cannot_be_is_refused_with_its_reason_and_nothing_is_written(string json, string reason)
    {
        using var program = await EditorAsync("refused-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)))[..8]);
        var before = await _site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM ContentItemIndex");

        var (status, problem) = await program.PostItemAsync(json);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(reason, problem!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Equal(before, await _site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM ContentItemIndex"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?draft=true")]
    public async Task Home_page_is_set_by_those_who_may_alone(string query)
    {
        using var editor = await EditorAsync("no-home" + query.Length);
        using var administrator = await _site.ProgramAsync("Administrator", "home" + query.Length, [.. All.Split(' '), "SetHomepage"]);
        const string item = """{"ContentType":"Speaker","TitlePart":{"Title":"At home"},"AutoroutePart":{"SetHomepage":true}}""";
        var before = await _site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM ContentItemIndex");

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostItemAsync(item, query)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostItemAsync(item.Replace("AutoroutePart", "autoroutepart", StringComparison.Ordinal), query)).Status);
        Assert.Equal(before, await _site.AskAsync(Institute.DepartmentTenant, "SELECT COUNT(*) FROM ContentItemIndex"));
        Assert.Equal(HttpStatusCode.OK, (await editor.PostItemAsync(item.Replace("true", "false", StringComparison.Ordinal), query)).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.PostItemAsync(item, query)).Status);
    }

    [Theory]
    [InlineData("DELETE", "api/content", "POST")]
    [InlineData("PUT", "api/content/4wbdw17kw2mzwj350fff63ejnq", "GET, DELETE")]
    public async Task Other_methods_are_told_which_there_are(string method, string path, string allowed)
    {
        using var program = await EditorAsync("other-methods-" + method);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await program.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(allowed.Split(", ").Order(), answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task Too_much_and_the_wrong_kind_are_refused()
    {
        using var program = await EditorAsync("api-large");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.PostItemAsync($$"""{"ContentType":"{{new string('x', 1_100_000)}}"}""")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await program.SendJsonAsync(HttpMethod.Post, "api/content", Programs.Json("{}", "text/plain"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostItemAsync("{}", "?draft=maybe")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostItemAsync(new string('[', 5000))).Status);
    }

    [Fact]
    public async Task Ids_of_nobody_and_of_another_department_are_not_found()
    {
        using var program = await EditorAsync("api-foreign");

        foreach (var id in new[] { "nonsense", "4wbdw17kw2mzwj350fff63ejnq", "%27%20OR%201=1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await program.SendJsonAsync(HttpMethod.Get, "api/content/" + id)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await program.SendJsonAsync(HttpMethod.Delete, "api/content/" + id)).Status);
        }
    }

    [Fact]
    public async Task Nobody_without_a_token_gets_in_not_even_with_a_signed_in_browser()
    {
        using var nobody = _site.Program(null);
        using var stranger = _site.Program("icms_" + new string('A', 43));
        using var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.SendJsonAsync(HttpMethod.Get, "api/content/x")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendJsonAsync(HttpMethod.Get, "api/content/x")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await administrator.GetAsync("/api/content/x")).Status);
        using var answer = await stranger.GetAsync("api/content/x", TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    private Task<HttpClient> EditorAsync(string name) => _site.ProgramAsync("Editor", name, All.Split(' '));

    private async Task<JsonNode> SeededAsync(HttpClient program)
    {
        using var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var id = (await administrator.EditAddressAsync("Event", "What Cities Promise")).Split('/')[^2];
        return (await program.SendJsonAsync(HttpMethod.Get, "api/content/" + id)).Body!;
    }
}
