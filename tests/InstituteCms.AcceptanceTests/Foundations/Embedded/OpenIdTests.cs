using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Sites;
using Microsoft.AspNetCore.WebUtilities;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Programs get tokens of one site, for themselves or for somebody who said yes, and every other way is closed.</summary>
public sealed class OpenIdTests : IClassFixture<OpenIdSite>
{
    private const string Secret = "a-secret-of-the-newsletter";
    private const string Back = "https://app.example.org/signed-in";

    private readonly TestSite _site;

    public OpenIdTests(OpenIdSite site) => _site = site.Site;

    [Theory]
    [InlineData("", "http://localhost/")]
    [InlineData(Institute.Department, "http://localhost/graspp/")]
    public async Task Each_site_says_where_its_endpoints_are(string tenant, string issuer)
    {
        using var http = _site.CreateClient();

        var said = await JsonAsync(await http.GetAsync($"{Root(tenant)}/.well-known/openid-configuration", TestContext.Current.CancellationToken));

        Assert.Equal(issuer, (string)said["issuer"]!);
        Assert.Equal(issuer + "connect/token", (string)said["token_endpoint"]!);
        Assert.Equal(["S256"], said["code_challenge_methods_supported"]!.AsArray().Select(method => (string)method!));
        var keys = await JsonAsync(await http.GetAsync((string)said["jwks_uri"]!, TestContext.Current.CancellationToken));
        Assert.Single(keys["keys"]!.AsArray());
    }

    [Fact]
    public async Task Program_that_acts_for_itself_has_its_own_roles_on_its_own_site_for_twenty_minutes()
    {
        var token = await TokenAsync(Institute.Department);

        Assert.Equal(HttpStatusCode.OK, (await ContentAsync(Institute.Department, token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ContentAsync(Institute.Department, null)).StatusCode);
        Assert.Contains("invalid_token", (await ContentAsync("", token)).Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ContentAsync("", await TokenAsync(""))).StatusCode);

        _site.Clock.Advance(TimeSpan.FromMinutes(21));
        var late = await ContentAsync(Institute.Department, token);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.Contains("invalid_token", late.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newsletter", "wrong", "client_credentials", "invalid_client")]
    [InlineData("nobody", Secret, "client_credentials", "invalid_client")]
    [InlineData("newsletter", Secret, "password", "unsupported_grant_type")]
    public async Task Wrong_secret_unknown_program_and_other_ways_are_refused(string client, string secret, string grant, string error)
    {
        var answer = await AskAsync(Institute.Department, ("grant_type", grant), ("client_id", client), ("client_secret", secret));

        Assert.InRange((int)answer.StatusCode, 400, 401);
        Assert.Equal(error, (string)(await JsonAsync(answer))["error"]!);
    }

    [Fact]
    public async Task Secret_is_stored_as_a_hash() => Assert.Equal(0, await _site.CountAsync(Institute.DepartmentTenant, Secret));

    [Fact]
    public async Task Somebody_signs_in_says_yes_and_the_program_gets_one_token_for_one_code()
    {
        using var visitor = _site.Visit(Institute.Department);
        await visitor.SignInAsync();
        var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var address = Authorize(verifier, Back);

        var consent = await visitor.GetAsync(address);
        Assert.Contains("May Reader’s app act for you?", consent.Text, StringComparison.Ordinal);
        var no = await visitor.SubmitAsync(consent, "main form[method=post]", ("answer", "no"));
        Assert.Contains("error=access_denied", no.RedirectsTo, StringComparison.Ordinal);
        var yes = await visitor.SubmitAsync(consent, "main form[method=post]", ("answer", "yes"));
        var sent = QueryHelpers.ParseQuery(new Uri(yes.RedirectsTo!).Query);
        Assert.StartsWith(Back, yes.RedirectsTo, StringComparison.Ordinal);
        Assert.Equal("the-state", sent["state"]);

        var wrong = await RedeemAsync(sent["code"]!, WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)));
        Assert.Equal("invalid_grant", (string)(await JsonAsync(wrong))["error"]!);
        var given = await JsonAsync(await RedeemAsync(sent["code"]!, verifier));
        Assert.Equal(HttpStatusCode.OK, (await ContentAsync(Institute.Department, (string)given["access_token"]!)).StatusCode);
        Assert.Equal("invalid_grant", (string)(await JsonAsync(await RedeemAsync(sent["code"]!, verifier)))["error"]!);

        // Who has said yes is not asked again.
        Assert.Contains("code=", (await visitor.GetAsync(Authorize(verifier, Back))).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitor_signs_in_first_and_wrong_requests_are_not_sent_anywhere()
    {
        using var visitor = _site.Visit(Institute.Department);
        var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

        Assert.Contains("/Login", (await visitor.GetAsync(Authorize(verifier, Back))).RedirectsTo, StringComparison.Ordinal);
        await visitor.SignInAsync();
        var elsewhere = await visitor.GetAsync(Authorize(verifier, "https://evil.example.org/"));
        Assert.Equal((HttpStatusCode.BadRequest, null), (elsewhere.Status, elsewhere.RedirectsTo));
        var unproved = await visitor.GetAsync($"/connect/authorize?response_type=code&client_id=reader&redirect_uri={Uri.EscapeDataString(Back)}");
        Assert.Contains("error=invalid_request", unproved.RedirectsTo, StringComparison.Ordinal);
    }

    private static string Root(string tenant) => tenant.Length == 0 ? "" : "/" + tenant;

    private static string Authorize(string verifier, string back) =>
        $"/connect/authorize?response_type=code&client_id=reader&state=the-state&code_challenge_method=S256&redirect_uri={Uri.EscapeDataString(back)}"
        + $"&code_challenge={WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))}";

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

    private Task<HttpResponseMessage> RedeemAsync(string code, string verifier) => AskAsync(
        Institute.Department, ("grant_type", "authorization_code"), ("client_id", "reader"), ("redirect_uri", Back), ("code", code), ("code_verifier", verifier));

    private async Task<string> TokenAsync(string tenant) =>
        (string)(await JsonAsync(await AskAsync(tenant, ("grant_type", "client_credentials"), ("client_id", "newsletter"), ("client_secret", Secret))))["access_token"]!;

    private async Task<HttpResponseMessage> AskAsync(string tenant, params (string Name, string Value)[] fields)
    {
        using var http = _site.CreateClient();
        using var form = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await http.PostAsync($"{Root(tenant)}/connect/token", form, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> ContentAsync(string tenant, string? token)
    {
        var id = await _site.AskAsync(tenant.Length == 0 ? "Default" : Institute.DepartmentTenant, "SELECT ContentItemId FROM EventPartIndex WHERE Published = 1");
        using var http = _site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root(tenant)}/api/content/{id}");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

/// <summary>Two sites that know the same two programs, each by its own recipe.</summary>
public sealed class OpenIdSite : IAsyncLifetime
{
    private const string Recipe =
        """
        {
          "steps": [
            { "name": "feature", "enable": [ "OrchardCore.OpenId", "OrchardCore.OpenId.Management", "OrchardCore.OpenId.Server", "OrchardCore.OpenId.Validation" ] },
            { "name": "OpenIdServerSettings", "AllowClientCredentialsFlow": true, "AllowAuthorizationCodeFlow": true, "AllowRefreshTokenFlow": true },
            { "name": "OpenIdScope", "ScopeName": "content", "Description": "Reads content.", "Resources": "content" },
            { "name": "OpenIdApplication", "ClientId": "newsletter", "DisplayName": "Newsletter", "Type": "confidential", "ClientSecret": "a-secret-of-the-newsletter",
              "AllowClientCredentialsFlow": true, "RoleEntries": [ { "Name": "Administrator" } ] },
            { "name": "OpenIdApplication", "ClientId": "reader", "DisplayName": "Reader’s app", "Type": "public", "ConsentType": "explicit",
              "AllowAuthorizationCodeFlow": true, "AllowRefreshTokenFlow": true, "RedirectUris": "https://app.example.org/signed-in" }
          ]
        }
        """;

    public TestSite Site { get; } = new() { Settings = { ["OrchardCore:InstituteCms_OpenId:AllowHttp"] = "true" } };

    public async ValueTask InitializeAsync()
    {
        foreach (var tenant in new[] { "", Institute.Department })
        {
            Assert.Contains("The package is imported.", (await Site.ImportAsync(Packages.Recipe(Recipe), tenant)).Text, StringComparison.Ordinal);
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
