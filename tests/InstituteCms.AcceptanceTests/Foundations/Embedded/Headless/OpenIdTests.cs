using System.Net;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;
using static InstituteCms.AcceptanceTests.Headless.OpenIdSteps;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>Programs get tokens of one site, for themselves or for somebody who said yes, and every other way is closed.</summary>
public sealed class OpenIdTests : IClassFixture<OpenIdSite>
{
    private readonly TestSite _site;

    public OpenIdTests(OpenIdSite site) => _site = site.Site;

    [Theory]
    [InlineData("", "http://localhost/")]
    [InlineData(Institute.Department, "http://localhost/graspp")]
    public async Task Each_site_says_where_its_endpoints_are(string tenant, string issuer)
    {
        using var http = _site.CreateClient();

        var said = await JsonAsync(await http.GetAsync($"{Root(tenant)}/.well-known/openid-configuration", TestContext.Current.CancellationToken));

        Assert.Equal(issuer, (string)said["issuer"]!);
        Assert.Equal(issuer.TrimEnd('/') + "/connect/token", (string)said["token_endpoint"]!);
        Assert.Equal(["S256"], Words(said, "code_challenge_methods_supported"));
        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], Words(said, "grant_types_supported").Order(StringComparer.Ordinal));
        Assert.Equal(["query"], Words(said, "response_modes_supported"));
        var key = Assert.Single((await JsonAsync(await http.GetAsync((string)said["jwks_uri"]!, TestContext.Current.CancellationToken)))["keys"]!.AsArray());
        Assert.Null(key!["d"]); // The public half alone.
    }

    [Fact]
    public async Task Sites_have_keys_of_their_own_and_no_secret_lies_open()
    {
        using var http = _site.CreateClient();
        var keys = new List<string>();
        foreach (var tenant in new[] { "", Institute.Department })
        {
            keys.Add(await http.GetStringAsync($"{Root(tenant)}/.well-known/jwks", TestContext.Current.CancellationToken));
        }

        Assert.NotEqual(keys[0], keys[1]);
        Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, OpenIdSite.Secret));
        foreach (var file in Directory.GetFiles(Path.Combine(_site.Data, "Sites", Institute.DepartmentTenant, "OpenId-Keys")))
        {
            Assert.ThrowsAny<Exception>(() =>
            {
                using var rsa = System.Security.Cryptography.RSA.Create();
                rsa.ImportPkcs8PrivateKey(File.ReadAllBytes(file), out _);
            });
        }
    }

    [Fact]
    public async Task Program_that_acts_for_itself_may_what_its_roles_may()
    {
        var (editor, stranger) = (await _site.OwnTokenAsync(), await _site.OwnTokenAsync(client: "stranger"));
        using var program = _site.Program(editor);

        Assert.Equal(HttpStatusCode.OK, await _site.ContentAsync(editor));
        Assert.Equal(HttpStatusCode.Forbidden, await _site.ContentAsync(stranger));
        Assert.Equal(HttpStatusCode.OK, (await program.QueryAsync("{ event(first: 1) { contentItemId } }")).Status);
        var (written, item) = await program.PostItemAsync("""{"ContentType":"Speaker","TitlePart":{"Title":"By a program"}}""", "?draft=true");
        Assert.True(written == HttpStatusCode.OK, item?.ToJsonString());
    }

    [Theory]
    [InlineData("editor", HttpStatusCode.OK)]
    [InlineData("stranger", HttpStatusCode.Forbidden)]
    [InlineData("nobody", HttpStatusCode.Unauthorized)]
    public async Task Seminars_api_takes_them_too(string who, HttpStatusCode status)
    {
        var token = who switch { "editor" => await _site.OwnTokenAsync(), "stranger" => await _site.OwnTokenAsync(client: "stranger"), _ => "eyJhbGciOiJub25lIn0.e30." };

        using var answer = await _site.SendAsync(token, path: "api/seminars/v1/events/{0}/registrations");

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Token_of_another_site_and_one_for_another_server_are_nobodys()
    {
        var token = await _site.OwnTokenAsync();

        var elsewhere = await _site.SendAsync(token, "");

        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
        Assert.Equal("application/problem+json", elsewhere.Content.Headers.ContentType!.MediaType);
        Assert.Contains("invalid_token", elsewhere.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await _site.ContentAsync(await _site.OwnTokenAsync(""), ""));
        Assert.Equal(HttpStatusCode.Unauthorized, await _site.ContentAsync(null));
        Assert.Equal(HttpStatusCode.OK, await _site.ContentAsync(await _site.OwnTokenAsync(scope: "news")));
        Assert.Equal(HttpStatusCode.Unauthorized, await _site.ContentAsync(await _site.OwnTokenAsync(scope: "elsewhere")));
    }

    [Fact]
    public async Task Token_ends_after_twenty_minutes_and_when_it_is_given_back()
    {
        await using var own = new OpenIdSite();
        await own.InitializeAsync();
        var token = await own.Site.OwnTokenAsync();
        var other = await own.Site.OwnTokenAsync();

        await own.Site.PostAsync(Institute.Department, "revoke", ("token", other), ("client_id", "newsletter"), ("client_secret", OpenIdSite.Secret));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized], [await own.Site.ContentAsync(token), await own.Site.ContentAsync(other)]);
        own.Site.Clock.Advance(TimeSpan.FromMinutes(19));
        Assert.Equal(HttpStatusCode.OK, await own.Site.ContentAsync(token));
        own.Site.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = await own.Site.SendAsync(token);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (late.StatusCode, late.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("newsletter", "wrong", "client_credentials", "invalid_client")]
    [InlineData("nobody", OpenIdSite.Secret, "client_credentials", "invalid_client")]
    [InlineData("newsletter", OpenIdSite.Secret, "password", "unsupported_grant_type")]
    [InlineData("newsletter", OpenIdSite.Secret, "authorization_code", "invalid_request")]
    [InlineData("reader", "", "client_credentials", "invalid_request")]
    [InlineData("", "", "", "invalid_request")]
    public async Task Wrong_secret_unknown_program_and_other_ways_are_refused(string client, string secret, string grant, string error)
    {
        var (status, body) = await _site.TokenAsync(Institute.Department, ("grant_type", grant), ("client_id", client), ("client_secret", secret));

        Assert.InRange((int)status, 400, 401);
        Assert.Equal(error, (string)body["error"]!);
    }

    [Fact]
    public async Task Somebody_says_yes_and_the_program_gets_their_token_for_one_code()
    {
        using var visitor = await _site.SignedInAsync("Editor", "says-yes");
        var verifier = NewVerifier();

        var consent = await visitor.GetAsync(Authorize(verifier));
        Assert.Contains("May Reader’s app act for you?", consent.Text, StringComparison.Ordinal);
        Assert.Contains("Reads what is new.", consent.Text, StringComparison.Ordinal);
        Assert.True(consent.Response.Headers.CacheControl!.NoStore);
        Assert.Contains("frame-ancestors 'none'", consent.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(consent, "main form[method=post]", ("answer", "yes"), ("__RequestVerificationToken", "forged"))).Status);
        Assert.Contains("error=access_denied", (await visitor.SubmitAsync(consent, "main form[method=post]", ("answer", "no"))).RedirectsTo, StringComparison.Ordinal);
        var yes = await visitor.SubmitAsync(consent, "main form[method=post]", ("answer", "yes"));
        Assert.StartsWith(OpenIdSite.Back, yes.RedirectsTo, StringComparison.Ordinal);
        Assert.Contains("state=the-state", yes.RedirectsTo, StringComparison.Ordinal);

        Assert.Equal("invalid_grant", Error(await _site.RedeemAsync(CodeIn(yes), NewVerifier())));
        Assert.Equal("invalid_grant", Error(await _site.RedeemAsync(CodeIn(yes), verifier, "https://app.example.org/elsewhere")));
        var (_, given) = await _site.RedeemAsync(CodeIn(yes), verifier);
        Assert.Equal(HttpStatusCode.OK, await _site.ContentAsync((string)given["access_token"]!));

        // Who has said yes is not asked again, unless the program wants it.
        Assert.NotEmpty(CodeIn(await visitor.GetAsync(Authorize(verifier))));
        Assert.Null((await visitor.GetAsync(Authorize(verifier, more: "&prompt=consent"))).RedirectsTo);

        // A code that comes twice was stolen: the tokens that it gave end as well.
        Assert.Equal("invalid_grant", Error(await _site.RedeemAsync(CodeIn(yes), verifier)));
        Assert.Equal(HttpStatusCode.Unauthorized, await _site.ContentAsync((string)given["access_token"]!));
    }

    [Fact]
    public async Task Code_sent_twice_at_once_gives_one_token_at_most()
    {
        using var visitor = await _site.SignedInAsync("Editor", "twice-at-once");
        var verifier = NewVerifier();
        var code = CodeIn(await visitor.SubmitAsync(await visitor.GetAsync(Authorize(verifier)), "main form[method=post]", ("answer", "yes")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _site.RedeemAsync(code, verifier)));

        Assert.InRange(answers.Count(answer => answer.Status == HttpStatusCode.OK), 0, 1);
        Assert.All(answers, answer => Assert.InRange((int)answer.Status, 200, 400));
    }

    [Fact]
    public async Task Visitor_signs_in_first_and_wrong_requests_are_not_sent_anywhere()
    {
        using var visitor = _site.Visit(Institute.Department);
        var verifier = NewVerifier();

        var login = await visitor.FollowAsync(Authorize(verifier));
        var signedIn = await visitor.SignInOnAsync(login, "admin", TestSite.Password);
        var goingOn = await visitor.FollowAsync(signedIn);
        Assert.StartsWith("/graspp/connect/continue", goingOn.Address, StringComparison.Ordinal);
        Assert.Contains("act for you?", (await visitor.FollowAsync(goingOn.Document.QuerySelector("main p a")!.GetAttribute("href")!)).Text, StringComparison.Ordinal);

        var elsewhere = await visitor.GetAsync(Authorize(verifier, "https://evil.example.org/"));
        Assert.Equal((HttpStatusCode.BadRequest, null), (elsewhere.Status, elsewhere.RedirectsTo));
        var longer = await visitor.GetAsync(Authorize(verifier, OpenIdSite.Back + "/x"));
        Assert.Equal((HttpStatusCode.BadRequest, null), (longer.Status, longer.RedirectsTo));
        var unproved = await visitor.GetAsync($"/connect/authorize?response_type=code&client_id=reader&redirect_uri={Uri.EscapeDataString(OpenIdSite.Back)}");
        Assert.Equal((HttpStatusCode.BadRequest, null), (unproved.Status, unproved.RedirectsTo));
        Assert.Contains("code_challenge", unproved.Text, StringComparison.Ordinal);
        var plain = await visitor.GetAsync(Authorize(verifier).Replace("S256", "plain", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.BadRequest, null), (plain.Status, plain.RedirectsTo));
        Assert.Contains("code_challenge_method", plain.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_factor_is_asked_for_before_the_program_is_let_in()
    {
        using var user = await _site.SignedInAsync("Editor", "two-steps");
        await user.SubmitAsync(await user.GetAsync("/Account"), "form[action$='/Account/Authenticator/New']");
        var page = await user.GetAsync("/Account/Authenticator");
        var key = page.Document.QuerySelector("main code")!.TextContent;
        await user.SubmitAsync(page, "form[action$='/Account/Authenticator']", ("code", Authenticator.Code(key)));

        using var visitor = _site.Visit(Institute.Department);
        var step = await visitor.SignInOnAsync(await visitor.FollowAsync(Authorize(NewVerifier())), "two-steps", TestSite.Password);
        Assert.Contains("/Login", (await visitor.GetAsync(Authorize(NewVerifier()))).RedirectsTo, StringComparison.Ordinal); // A password is not enough.
        var goingOn = await visitor.SubmitAsync(await visitor.GetAsync(step.RedirectsTo!), "main form", ("Code", Authenticator.Code(key)));

        Assert.Contains("/connect/continue?", goingOn.RedirectsTo, StringComparison.Ordinal);
        Assert.Contains("act for you?", (await visitor.GetAsync(Authorize(NewVerifier()))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Way_that_a_recipe_closes_is_closed()
    {
        await using var own = new OpenIdSite();
        await own.InitializeAsync();
        Assert.NotEmpty(await own.Site.OwnTokenAsync());
        await own.Site.ImportAsync(Packages.Recipe("""{ "steps": [ { "name": "OpenIdServerSettings", "AllowRefreshTokenFlow": true }, { "name": "OpenIdValidationSettings", "Tenant": "Graspp" } ] }"""));
        using var visitor = await own.Site.SignedInAsync("Editor", "too-late");

        var (_, refused) = await own.Site.TokenAsync(Institute.Department, ("grant_type", "client_credentials"), ("client_id", "newsletter"), ("client_secret", OpenIdSite.Secret));
        var said = await JsonAsync(await visitor.Http.GetAsync("/graspp/.well-known/openid-configuration", TestContext.Current.CancellationToken));

        Assert.Equal("unsupported_grant_type", (string)refused["error"]!);
        Assert.Contains("error=unauthorized_client", (await visitor.GetAsync(Authorize(NewVerifier()))).RedirectsTo, StringComparison.Ordinal);
        Assert.Equal(["refresh_token"], Words(said, "grant_types_supported"));
        Assert.Contains(
            "none of another tenant or server",
            await own.Site.RefusalAsync(Packages.Recipe("""{ "steps": [ { "name": "OpenIdValidationSettings", "Tenant": "Default" } ] }""")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_is_told_of_its_own_token_and_of_no_other()
    {
        var (token, foreign) = (await _site.OwnTokenAsync(), await _site.OwnTokenAsync(""));

        var (_, known) = await _site.PostAsync(Institute.Department, "introspect", ("token", token), ("client_id", "newsletter"), ("client_secret", OpenIdSite.Secret));
        var (_, unknown) = await _site.PostAsync(Institute.Department, "introspect", ("token", foreign), ("client_id", "newsletter"), ("client_secret", OpenIdSite.Secret));

        Assert.Equal([true, false], [(bool)known["active"]!, unknown["active"] is { } active && (bool)active]);
    }

    [Fact]
    public async Task Refresh_token_gives_new_ones_and_is_good_once()
    {
        using var visitor = await _site.SignedInAsync("Editor", "refreshing");
        var first = await _site.SayYesAsync(visitor);

        var (_, second) = await _site.RefreshAsync(first);

        Assert.Equal(HttpStatusCode.OK, await _site.ContentAsync((string)second["access_token"]!));
        Assert.NotEqual((string)first["refresh_token"]!, (string)second["refresh_token"]!);

        // A moment is left to a program that lost the answer; later it was stolen, and what came of it ends as well.
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("invalid_grant", Error(await _site.RefreshAsync(first)));
        Assert.Equal("invalid_grant", Error(await _site.RefreshAsync(second)));
    }

    [Fact]
    public async Task Tokens_end_with_the_account_and_with_the_yes_they_came_of()
    {
        using var leaving = await _site.SignedInAsync("Editor", "leaving");
        using var changing = await _site.SignedInAsync("Editor", "changing-mind");
        var (left, changed) = (await _site.SayYesAsync(leaving), await _site.SayYesAsync(changing));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await _site.ContentAsync((string)left["access_token"]!), await _site.ContentAsync((string)changed["access_token"]!)]);

        using var administrator = _site.Visit(Institute.Department);
        await administrator.SignInAsync();
        var users = await administrator.GetAsync("/Admin/Users/Index?q=leaving");
        var edit = await administrator.GetAsync(users.Document.QuerySelector("tbody th a")!.GetAttribute("href")!);
        await administrator.SubmitAsync(edit, "form:has([name=IsEnabled])", ("IsEnabled", "false"));
        await changing.SubmitAsync(await changing.GetAsync("/Account/Programs"), "form[action*='reader/Revoke']");

        foreach (var tokens in new[] { left, changed })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await _site.ContentAsync((string)tokens["access_token"]!));
            Assert.Equal("invalid_grant", Error(await _site.RefreshAsync(tokens)));
        }

        Assert.DoesNotContain("Reader’s app", (await changing.GetAsync("/Account/Programs")).Document.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_are_given_refreshed_and_ended_on_postgresql()
    {
        await using var own = new OpenIdSite(PostgresSite.Settings(await PostgresServer.NewDatabaseAsync()));
        await own.InitializeAsync();
        using var visitor = own.Site.Visit(Institute.Department);
        await visitor.SignInAsync();

        var first = await own.Site.SayYesAsync(visitor);
        var (_, second) = await own.Site.RefreshAsync(first);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync((string)second["access_token"]!));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await own.Site.OwnTokenAsync()));

        await visitor.SubmitAsync(await visitor.GetAsync("/Account/Programs"), "form[action*='reader/Revoke']");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync((string)second["access_token"]!));

        async Task<HttpStatusCode> StatusAsync(string token)
        {
            using var program = own.Site.Program(token);
            return (await program.GetAsync("api/content/none", TestContext.Current.CancellationToken)).StatusCode;
        }
    }

    [Fact]
    public async Task Too_many_requests_for_tokens_have_to_wait()
    {
        await using var own = new OpenIdSite();
        await own.InitializeAsync();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 125; i++)
        {
            answers.Add((await own.Site.TokenAsync(Institute.Department, ("grant_type", "client_credentials"))).Status);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], [answers[0], answers[^1]]);
    }

    private static string Error((HttpStatusCode Status, JsonObject Body) answer) => (string)answer.Body["error"]!;

    private static IEnumerable<string> Words(JsonObject said, string name) => said[name]!.AsArray().Select(word => (string)word!);

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
}
