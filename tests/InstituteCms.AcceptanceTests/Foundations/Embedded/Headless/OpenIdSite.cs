using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;
using Microsoft.AspNetCore.WebUtilities;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>Two sites that know the same programs, each by its own recipe.</summary>
public sealed class OpenIdSite : IAsyncLifetime
{
    public const string Secret = "a-secret-of-the-newsletter";
    public const string Back = "https://app.example.org/signed-in";

    private const string Recipe =
        $$"""
        {
          "steps": [
            { "name": "OpenIdScope", "ScopeName": "news", "DisplayName": "News", "Description": "Reads what is new." },
            { "name": "OpenIdScope", "ScopeName": "elsewhere", "Resources": "another-server" },
            { "name": "OpenIdApplication", "ClientId": "newsletter", "DisplayName": "Newsletter", "Type": "confidential", "ClientSecret": "{{Secret}}",
              "AllowClientCredentialsFlow": true, "RoleEntries": [ { "Name": "Editor" } ], "ScopeEntries": [ { "Name": "news" }, { "Name": "elsewhere" } ] },
            { "name": "OpenIdApplication", "ClientId": "stranger", "DisplayName": "Stranger", "Type": "confidential", "ClientSecret": "{{Secret}}", "AllowClientCredentialsFlow": true },
            { "name": "OpenIdApplication", "ClientId": "reader", "DisplayName": "Reader’s app", "Type": "public", "ConsentType": "explicit",
              "AllowAuthorizationCodeFlow": true, "AllowRefreshTokenFlow": true, "RedirectUris": "{{Back}}", "ScopeEntries": [ { "Name": "news" }, { "Name": "profile" }, { "Name": "roles" } ] }
          ]
        }
        """;

    public OpenIdSite()
        : this([])
    {
    }

    /// <summary>On another database, for example.</summary>
    internal OpenIdSite(Dictionary<string, string?> settings) =>
        Site = new() { Settings = new(settings) { ["OrchardCore:InstituteCms_OpenId:AllowHttp"] = "true" } };

    public TestSite Site { get; }

    public async ValueTask InitializeAsync()
    {
        foreach (var tenant in new[] { "", Institute.Department })
        {
            Assert.Contains("The package is imported.", (await Site.ImportAsync(Packages.Recipe(Recipe), tenant)).Text, StringComparison.Ordinal);
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>What programs do to get tokens, and with them.</summary>
internal static class OpenIdSteps
{
    public static string Root(string tenant) => tenant.Length == 0 ? "" : "/" + tenant;

    public static string NewVerifier() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>Where a browser is sent to ask for a code.</summary>
    public static string Authorize(string verifier, string back = OpenIdSite.Back, string scope = "openid offline_access news", string more = "") =>
        $"/connect/authorize?response_type=code&client_id=reader&state=the-state&code_challenge_method=S256&redirect_uri={Uri.EscapeDataString(back)}&scope={Uri.EscapeDataString(scope)}"
        + $"&code_challenge={WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))}{more}";

    public static string CodeIn(Page page) => QueryHelpers.ParseQuery(new Uri(page.RedirectsTo ?? throw new InvalidOperationException(page.Text)).Query)["code"]!;

    /// <summary>Signed in, somebody says yes to the reader's app; the tokens that it gets.</summary>
    public static async Task<JsonObject> SayYesAsync(this TestSite site, Visitor visitor)
    {
        var verifier = NewVerifier();
        var page = await visitor.GetAsync(Authorize(verifier));
        if (page.RedirectsTo is null)
        {
            page = await visitor.SubmitAsync(page, "main form[method=post]", ("answer", "yes"));
        }

        var (status, body) = await site.RedeemAsync(CodeIn(page), verifier);
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    public static Task<(HttpStatusCode Status, JsonObject Body)> RedeemAsync(this TestSite site, string code, string verifier, string back = OpenIdSite.Back) => site.TokenAsync(
        Institute.Department, ("grant_type", "authorization_code"), ("client_id", "reader"), ("redirect_uri", back), ("code", code), ("code_verifier", verifier));

    public static Task<(HttpStatusCode Status, JsonObject Body)> RefreshAsync(this TestSite site, JsonObject tokens) => site.TokenAsync(
        Institute.Department, ("grant_type", "refresh_token"), ("client_id", "reader"), ("refresh_token", (string)tokens["refresh_token"]!));

    /// <summary>The token of a program for itself.</summary>
    public static async Task<string> OwnTokenAsync(this TestSite site, string tenant = Institute.Department, string client = "newsletter", string scope = "", string secret = OpenIdSite.Secret)
    {
        var (status, body) = await site.TokenAsync(tenant, ("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret), ("scope", scope));
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        return (string)body["access_token"]!;
    }

    public static Task<(HttpStatusCode Status, JsonObject Body)> TokenAsync(this TestSite site, string tenant, params (string Name, string Value)[] fields) => site.PostAsync(tenant, "token", fields);

    /// <summary>Posts to one of the endpoints.</summary>
    public static async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(this TestSite site, string tenant, string endpoint, params (string Name, string Value)[] fields)
    {
        using var http = site.CreateClient();
        using var form = new FormUrlEncodedContent(fields.Where(field => field.Value.Length > 0).Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        var answer = await http.PostAsync($"{Root(tenant)}/connect/{endpoint}", form, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject());
    }

    /// <summary>What the content API answers to whoever has this token.</summary>
    public static async Task<HttpStatusCode> ContentAsync(this TestSite site, string? token, string tenant = Institute.Department)
    {
        using var answer = await site.SendAsync(token, tenant);
        return answer.StatusCode;
    }

    /// <summary>Gets an address of an event with this token.</summary>
    /// <param name="site">The site.</param>
    /// <param name="token">The token, if any.</param>
    /// <param name="tenant">Prefix of the department.</param>
    /// <param name="path">With {0} for the event's id.</param>
    public static async Task<HttpResponseMessage> SendAsync(this TestSite site, string? token, string tenant = Institute.Department, string path = "api/content/{0}")
    {
        var id = await site.AskAsync(tenant.Length == 0 ? "Default" : Institute.DepartmentTenant, "SELECT ContentItemId FROM ContentItemIndex WHERE Published = 1 AND ContentType = 'Event'");
        using var http = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root(tenant)}/{path.Replace("{0}", (string)id!, StringComparison.Ordinal)}");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
