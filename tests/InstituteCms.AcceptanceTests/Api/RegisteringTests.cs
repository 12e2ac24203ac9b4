using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Questions;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Api;

/// <summary>People are registered by programs, by the rules of the form.</summary>
public sealed class RegisteringTests : IClassFixture<TestSite>
{
    private const string Event = "/events/what-cities-promise-what-cities-pay";

    private readonly TestSite _site;

    public RegisteringTests(TestSite site) => _site = site;

    [Fact]
    public async Task Person_is_registered_sees_changes_and_cancels()
    {
        using var program = _site.Visit();
        var document = await ApiDocument.ReadAsync(program, Institute.Department);
        Assert.Empty(document.Judge("getRegistrationForm", await program.AskAsync(Event + "/registration-form", Institute.Department)));

        var made = await RegisterAsync(program, "api-whole@city.example");
        Assert.Equal((HttpStatusCode.Created, "confirmed"), (made.Status, (string)made.Json["status"]!));
        Assert.Empty(document.Judge("register", made));
        var token = (string)made.Json["token"]!;

        var seen = await program.AskAsync("/registrations/own", Institute.Department, headers: ("Registration-Token", token));
        Assert.Empty(document.Judge("getRegistration", seen));
        Assert.Equal("api-whole@city.example", (string)seen.Json["email"]!);
        Assert.Equal("no-store", seen.Header("Cache-Control"));

        var changed = await program.AskAsync($"/registrations/{token}", Institute.Department, HttpMethod.Patch, Json("""{"affiliation":"City of Kyoto"}"""));
        Assert.Empty(document.Judge("changeRegistration", changed));
        Assert.Equal(("City of Kyoto", "Tanaka Yuki"), ((string)changed.Json["affiliation"]!, (string)changed.Json["name"]!));

        var page = await _site.Visit(Institute.Department).GetAsync("/registrations/" + token);
        Assert.Contains("City of Kyoto", page.Text, StringComparison.Ordinal);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var cancelled = await program.AskAsync($"/registrations/{token}", Institute.Department, HttpMethod.Delete);
            Assert.Empty(document.Judge("cancelRegistration", cancelled));
            Assert.Equal("cancelled", (string)cancelled.Json["status"]!);
        }

        var late = await program.AskAsync($"/registrations/{token}", Institute.Department, HttpMethod.Patch, Json("""{"name":"Somebody Else"}"""));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
    }

    [Fact]
    public async Task Same_key_gets_the_same_answer_and_registers_nobody_twice()
    {
        using var program = _site.Visit();
        var before = await RemainingAsync(program);

        var first = await RegisterAsync(program, "api-key@city.example", key: "key-1");
        var again = await RegisterAsync(program, "api-key@city.example", key: "key-1");
        var other = await RegisterAsync(program, "api-other@city.example", key: "key-1");
        var without = await RegisterAsync(program, "api-key@city.example");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, again.Status));
        Assert.Equal(first.Text, again.Text);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:institutecms:problem:key-reused"), (other.Status, (string)other.Json["type"]!));
        Assert.Equal(HttpStatusCode.Accepted, without.Status); // Without the key the same address is only sent its link.
        Assert.Null((string?)without.Json["token"]);
        Assert.Equal(before - 1, await RemainingAsync(program));

        _site.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Accepted, (await RegisterAsync(program, "api-key@city.example", key: "key-1")).Status);
    }

    [Fact]
    public async Task Same_key_sent_ten_times_at_once_registers_once()
    {
        var programs = Enumerable.Range(0, 10).Select(_ => _site.Visit()).ToList();
        var body = await BodyAsync(programs[0], "api-rush@city.example");

        var answers = await Task.WhenAll(programs.Select(program => program.AskAsync(
            Event + "/registrations", Institute.Department, HttpMethod.Post, Json(body.ToJsonString()), ("Idempotency-Key", "rush"))));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Created, answers[0].Text), (answer.Status, answer.Text)));
        programs.ForEach(program => program.Dispose());
    }

    [Theory]
    [InlineData("email", "\"nobody\"", "#/email")]
    [InlineData("name", "\"\"", "#/name")]
    [InlineData("language", "\"fr\"", "#/language")]
    [InlineData("consent", "false", "#/consent")]
    [InlineData("guests", "99", "#/guests")]
    [InlineData("noticeVersion", "\"old\"", "#/noticeVersion")]
    [InlineData("answers", "{\"nothing\":[\"1\"]}", "#/answers/nothing")]
    public async Task Field_that_the_form_would_not_take_is_named(string field, string value, string place)
    {
        using var program = _site.Visit();
        var body = await BodyAsync(program, "api-bad@city.example");
        body[field] = JsonNode.Parse(value);

        var answer = await SendAsync(program, body.ToJsonString());

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (answer.Status, answer.ContentType));
        var error = Assert.Single(answer.Json["errors"]!.AsArray())!;
        Assert.Equal(place, (string)error["pointer"]!);
        Assert.NotEmpty((string)error["detail"]!);
    }

    [Theory]
    [InlineData("{", 400, "#")]
    [InlineData("", 400, "#")]
    [InlineData("null", 400, "#")]
    [InlineData("[]", 400, "#")]
    [InlineData("{\"name\":5}", 400, "#/name")]
    [InlineData("{\"companions\":[{}]}", 400, "#/companions/0")]
    [InlineData("{\"nickname\":\"x\"}", 400, "#/nickname")]
    [InlineData("{\"name\":\"a\\u0000b\"}", 400, "#/name")]
    [InlineData("{\"name\":\"\\ud800\"}", 400, "#/name")]
    [InlineData("{\"answers\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}}}}}}", 400, "#")]
    public async Task Body_that_cannot_be_read_is_refused_with_the_place(string body, int status, string place)
    {
        using var program = _site.Visit();

        var answer = await SendAsync(program, body);

        Assert.Equal((status, "application/problem+json"), ((int)answer.Status, answer.ContentType));
        Assert.Equal(place, (string)Assert.Single(answer.Json["errors"]!.AsArray())!["pointer"]!);
    }

    [Fact]
    public async Task Body_of_another_kind_or_size_is_refused()
    {
        using var program = _site.Visit();

        var form = await program.AskAsync(Event + "/registrations", Institute.Department, HttpMethod.Post, new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        var large = await SendAsync(program, $$"""{"name":"{{new string('x', 70_000)}}"}""");

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.RequestEntityTooLarge), (form.Status, large.Status));
        Assert.All([form, large], answer => Assert.Equal("application/problem+json", answer.ContentType));
    }

    [Fact]
    public async Task Event_that_is_over_takes_nobody()
    {
        using var program = _site.Visit();
        var body = await BodyAsync(program, "api-late@city.example", "/events/un-peace-operations-today-and-tomorrow", "");

        var answer = await program.AskAsync("/events/un-peace-operations-today-and-tomorrow/registrations", "", HttpMethod.Post, Json(body.ToJsonString()));

        Assert.Equal((HttpStatusCode.Conflict, "urn:institutecms:problem:refused"), (answer.Status, (string)answer.Json["type"]!));
    }

    [Fact]
    public async Task Answers_to_the_questions_of_an_event_are_kept()
    {
        using var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();
        var path = await editor.CreateAskingAsync("Asked by the API", Asking.Row(0, "What do you eat?", "ShortText", ("Required", "true")));
        using var program = _site.Visit();
        var form = (await program.AskAsync(path + "/registration-form", Institute.Department)).Json;
        var question = (string)Assert.Single(form["questions"]!.AsArray())!["id"]!;
        var body = await BodyAsync(program, "api-asked@city.example", path);

        var missing = await program.AskAsync(path + "/registrations", Institute.Department, HttpMethod.Post, Json(body.ToJsonString()));
        body["answers"] = new JsonObject { [question] = new JsonArray("Everything") };
        var made = await program.AskAsync(path + "/registrations", Institute.Department, HttpMethod.Post, Json(body.ToJsonString()));

        Assert.Equal("#/answers/" + question, (string)Assert.Single(missing.Json["errors"]!.AsArray())!["pointer"]!);
        var seen = await program.AskAsync("/registrations/" + (string)made.Json["token"]!, Institute.Department);
        Assert.Equal("Everything", (string)seen.Json["answers"]![question]![0]!);
    }

    [Fact]
    public async Task Organisers_see_and_change_registrations_and_nobody_else_does()
    {
        using var program = _site.Visit();
        await RegisterAsync(program, "api-seen@city.example", "Seen Person");
        var document = await ApiDocument.ReadAsync(program, Institute.Department);
        var id = (string)(await program.AskAsync(Event, Institute.Department)).Json["id"]!;
        var list = $"/events/{id}/registrations?search=seen";
        using var editor = _site.Visit(Institute.Department);
        await editor.SignInAsync();

        var anonymous = await program.AskAsync(list, Institute.Department);
        var seen = await editor.AskAsync(list, Institute.Department);
        var one = Assert.Single(seen.Json["items"]!.AsArray())!;
        var change = $"/events/{id}/registrations/{one["id"]}/changes";
        var forged = await editor.AskAsync(change, Institute.Department, HttpMethod.Post, Json("""{"command":"Cancel"}"""));
        var token = (await editor.GetAsync("/Admin")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var unknown = await editor.AskAsync(change, Institute.Department, HttpMethod.Post, Json("""{"command":"Explode"}"""), ("RequestVerificationToken", token));
        var come = await editor.AskAsync(change.Replace("/changes", "/check-in", StringComparison.Ordinal), Institute.Department, HttpMethod.Post, Json("""{"here":true}"""), ("RequestVerificationToken", token));
        var done = await editor.AskAsync(change, Institute.Department, HttpMethod.Post, Json("""{"command":"Cancel","why":"Asked by phone"}"""), ("RequestVerificationToken", token));
        var twice = await editor.AskAsync(change, Institute.Department, HttpMethod.Post, Json("""{"command":"Cancel"}"""), ("RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.Status);
        Assert.DoesNotContain("Seen Person", anonymous.Text, StringComparison.Ordinal);
        Assert.Empty(document.Judge("listRegistrations", seen));
        Assert.Equal("Seen Person", (string)one["name"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, forged.Status); // A cookie alone changes nothing.
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#/command"), (unknown.Status, (string)unknown.Json["errors"]![0]!["pointer"]!));
        Assert.Empty(document.Judge("checkIn", come));
        Assert.True((bool)come.Json["here"]!);
        Assert.Empty(document.Judge("changeStatus", done));
        Assert.Equal("cancelled", (string)done.Json["status"]!);
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
    }

    [Fact]
    public async Task Token_of_one_department_opens_nothing_in_another()
    {
        using var program = _site.Visit();
        var token = (string)(await RegisterAsync(program, "api-foreign@city.example")).Json["token"]!;

        Assert.Equal(HttpStatusCode.NotFound, (await program.AskAsync("/registrations/" + token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.AskAsync("/registrations/" + token, Institute.Department)).Status);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static Task<ApiReply> SendAsync(Visitor program, string body) => program.AskAsync(Event + "/registrations", Institute.Department, HttpMethod.Post, Json(body));

    private static async Task<JsonObject> BodyAsync(Visitor program, string email, string @event = Event, string tenant = Institute.Department, string name = "Tanaka Yuki")
    {
        var form = (await program.AskAsync(@event + "/registration-form", tenant)).Json;
        return new()
        {
            ["name"] = name, ["email"] = email, ["affiliation"] = "City of Osaka", ["language"] = "en", ["consent"] = true, ["noticeVersion"] = (string)form["noticeVersion"]!,
        };
    }

    private static async Task<ApiReply> RegisterAsync(Visitor program, string email, string name = "Tanaka Yuki", string? key = null)
    {
        var body = (await BodyAsync(program, email, name: name)).ToJsonString();
        return key is null
            ? await SendAsync(program, body)
            : await program.AskAsync(Event + "/registrations", Institute.Department, HttpMethod.Post, Json(body), ("Idempotency-Key", key));
    }

    private static async Task<int> RemainingAsync(Visitor program) => (int)(await program.AskAsync(Event + "/availability", Institute.Department)).Json["remaining"]!;
}
