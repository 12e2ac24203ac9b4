using System.Net;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Api;

/// <summary>What is public, read by programs.</summary>
[Collection(SharedSite.Name)]
public sealed class ReadingTests
{
    private readonly TestSite _site;

    public ReadingTests(TestSite site) => _site = site;

    [Fact]
    public async Task Event_is_told_with_speakers_availability_and_report()
    {
        using var visitor = _site.Visit();

        var answer = await visitor.AskAsync("/events/un-peace-operations-today-and-tomorrow");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.Status, answer.ContentType));
        Assert.Equal("2019-10-16T10:30:00+09:00", (string)answer.Json["start"]!);
        Assert.Equal("Asia/Tokyo", (string)answer.Json["timeZone"]!);
        Assert.Equal("ended", (string)answer.Json["availability"]!["state"]!);
        Assert.Equal(2, answer.Json["speakers"]!.AsArray().Count);
        Assert.EndsWith(Institute.Report, (string)answer.Json["report"]!["url"]!, StringComparison.Ordinal);
        Assert.EndsWith(Institute.Seminar, (string)answer.Json["url"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("joinUrl", answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Answer_is_in_the_language_that_is_asked_for()
    {
        using var visitor = _site.Visit(language: "ja");

        var answer = await visitor.AskAsync("/events/what-cities-promise-what-cities-pay/availability", Institute.Department);

        Assert.Equal("open", (string)answer.Json["state"]!);
        Assert.Contains("席", (string)answer.Json["sentence"]!, StringComparison.Ordinal);
        Assert.StartsWith("http://localhost/graspp/events/", (string)answer.Json["registerUrl"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/events", "GET")]
    [InlineData("/speakers", "GET")]
    [InlineData("/events/un-peace-operations-today-and-tomorrow", "GET")]
    [InlineData("/events/un-peace-operations-today-and-tomorrow/registrations", "GET, POST")]
    public async Task Method_that_does_nothing_is_told_which_do(string path, string allowed)
    {
        using var visitor = _site.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Delete, ApiVisit.Root + path);

        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(allowed.Split(", "), answer.Content.Headers.Allow);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.AskAsync("/nothing", method: HttpMethod.Delete)).Status);
    }

    [Fact]
    public async Task List_is_read_to_its_end_by_cursors_without_a_gap_or_a_repetition()
    {
        using var visitor = _site.Visit();
        foreach (var past in new[] { "false", "true" })
        {
            var whole = (await visitor.AskAsync($"/events?past={past}&limit=100", Institute.Department)).Json["items"]!.AsArray().Select(e => (string)e!["id"]!).ToList();

            var read = new List<string>();
            string? next = null;
            do
            {
                var page = await visitor.AskAsync($"/events?past={past}&limit=1{(next is null ? "" : "&cursor=" + next)}", Institute.Department);
                Assert.Equal(HttpStatusCode.OK, page.Status);
                read.AddRange(page.Json["items"]!.AsArray().Select(e => (string)e!["id"]!));
                next = (string?)page.Json["next"];
                Assert.Equal(next is not null, page.Header("Link")?.Contains("rel=\"next\"", StringComparison.Ordinal) == true);
            }
            while (next is not null && read.Count < 50);

            Assert.NotEmpty(whole);
            Assert.Equal(whole, read);
        }
    }

    [Fact]
    public async Task Filters_are_those_of_the_page()
    {
        using var visitor = _site.Visit();

        var found = await visitor.AskAsync("/events?words=災害", Institute.Department);
        var none = await visitor.AskAsync("/events?year=1999&past=true", Institute.Department);

        Assert.Equal(["災害のあとの自治体財政"], found.Json["items"]!.AsArray().Select(e => (string)e!["title"]!));
        Assert.Empty(none.Json["items"]!.AsArray());
    }

    [Theory]
    [InlineData("/events?limit=0", "invalid-request", "limit")]
    [InlineData("/events?limit=lots", "invalid-request", "limit")]
    [InlineData("/events?past=perhaps", "invalid-request", "past")]
    [InlineData("/events?year=99999", "invalid-request", "year")]
    [InlineData("/events?language=klingonish", "invalid-request", "language")]
    [InlineData("/events?colour=red", "invalid-request", "colour")]
    [InlineData("/events?limit=1&limit=2", "invalid-request", "limit")]
    [InlineData("/events?cursor=made-up", "unknown-cursor", "cursor")]
    [InlineData("/speakers?cursor=made-up", "unknown-cursor", "cursor")]
    [InlineData("/reports?cursor=made-up", "unknown-cursor", "cursor")]
    public async Task What_cannot_be_understood_is_named(string path, string kind, string parameter)
    {
        using var visitor = _site.Visit();

        var answer = await visitor.AskAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal("urn:institutecms:problem:" + kind, (string)answer.Json["type"]!);
        var error = Assert.Single(answer.Json["errors"]!.AsArray())!;
        Assert.Equal(parameter, (string)error["parameter"]!);
        Assert.NotEmpty((string)error["detail"]!);
    }

    [Fact]
    public async Task Cursor_of_one_list_is_unknown_to_another()
    {
        using var visitor = _site.Visit();
        var next = (string)(await visitor.AskAsync("/events?limit=1", Institute.Department)).Json["next"]!;

        Assert.Equal(HttpStatusCode.OK, (await visitor.AskAsync("/events?limit=2&cursor=" + next, Institute.Department)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.AskAsync("/events?limit=1&past=true&cursor=" + next, Institute.Department)).Status);
    }

    [Theory]
    [InlineData("GET", "/events/no-such-event", 404)]
    [InlineData("GET", "/events/no-such-event/availability", 404)]
    [InlineData("GET", "/speakers/nobody", 404)]
    [InlineData("GET", "/reports/nothing", 404)]
    [InlineData("GET", "/nowhere/at/all", 404)]
    [InlineData("DELETE", "/events", 405)]
    public async Task What_is_not_there_is_a_problem_in_the_language_asked_for(string method, string path, int status)
    {
        using var visitor = _site.Visit(language: "ja");

        var answer = await visitor.AskAsync(path, method: new(method));

        Assert.Equal((status, "application/problem+json"), ((int)answer.Status, answer.ContentType));
        Assert.Contains("。", (string)answer.Json["title"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/events?past=true")]
    [InlineData("/events/un-peace-operations-today-and-tomorrow")]
    [InlineData("/events/un-peace-operations-today-and-tomorrow/availability")]
    [InlineData("/speakers")]
    [InlineData("/reports")]
    [InlineData("/series")]
    public async Task Whoever_asks_again_with_the_tag_is_told_that_nothing_has_changed(string path)
    {
        using var visitor = _site.Visit();
        var first = await visitor.AskAsync(path);

        var again = await visitor.AskAsync(path, headers: ("If-None-Match", first.Header("ETag")!));
        var other = await visitor.AskAsync(path, headers: ("If-None-Match", "\"another\""));

        Assert.Equal((HttpStatusCode.NotModified, ""), (again.Status, again.Text));
        Assert.Equal((HttpStatusCode.OK, first.Text), (other.Status, other.Text));
        Assert.Contains("Accept-Language", first.Header("Vary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_limited_and_headers_say_how_many_are_left()
    {
        await using var site = new TestSite { Settings = { ["OrchardCore:InstituteCms_Api:RequestsPerAddressAndMinute"] = "3" } };
        using var visitor = site.Visit();

        var answers = new List<ApiReply>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add(await visitor.AskAsync("/series"));
        }

        site.Clock.Advance(TimeSpan.FromSeconds(21));
        var later = await visitor.AskAsync("/series");

        Assert.Equal([200, 200, 200, 429, 200], answers.Append(later).Select(answer => (int)answer.Status));
        Assert.Equal(["2", "1", "0", "0"], answers.Select(answer => answer.Header("RateLimit-Remaining")));
        Assert.Equal("20", answers[3].Header("Retry-After"));
        Assert.Equal("urn:institutecms:problem:too-many-requests", (string)answers[3].Json["type"]!);
    }

    [Fact]
    public async Task Pages_of_other_origins_may_read_where_the_site_admits_them()
    {
        await using var site = new TestSite { Settings = { ["OrchardCore:InstituteCms_Api:Origins"] = "https://news.example\nhttps://app.example" } };
        using var visitor = site.Visit();

        var admitted = await visitor.AskAsync("/series", headers: ("Origin", "https://app.example"));
        var asking = await visitor.AskAsync("/series", method: HttpMethod.Options, headers: [("Origin", "https://news.example"), ("Access-Control-Request-Method", "GET")]);
        var stranger = await visitor.AskAsync("/series", headers: ("Origin", "https://evil.example"));

        Assert.Equal("https://app.example", admitted.Header("Access-Control-Allow-Origin"));
        Assert.Equal((HttpStatusCode.NoContent, "https://news.example"), (asking.Status, asking.Header("Access-Control-Allow-Origin")));
        Assert.Contains("PATCH", asking.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Null(stranger.Header("Access-Control-Allow-Origin"));
        Assert.All([admitted, asking, stranger], answer => Assert.Null(answer.Header("Access-Control-Allow-Credentials")));
    }
}
