using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>Programs that talk to the second department, with an access token that somebody made for them.</summary>
public static class Programs
{
    /// <summary>Makes a token on the account's page and reads its secret there.</summary>
    public static async Task<string> MakeTokenAsync(this Visitor owner, string name, string days, params string[] permissions)
    {
        var made = await owner.SubmitAsync(await owner.GetAsync("/Account/Tokens"), "#new-token",
            [("Name", name), ("Days", days), ("Password", TestSite.Password), .. permissions.Select(permission => ("Permissions", (string?)permission))]);
        return made.Document.QuerySelector("#secret")?.GetAttribute("value") ?? throw new InvalidOperationException($"No token:\n{made.Text}");
    }

    /// <summary>A program of somebody with this role.</summary>
    public static async Task<HttpClient> ProgramAsync(this TestSite site, string role, string owner, params string[] permissions)
    {
        using var user = await site.SignedInAsync(role, owner);
        return site.Program(await user.MakeTokenAsync("script", "30", permissions));
    }

    public static HttpClient Program(this TestSite site, string? token)
    {
        var client = site.CreateClient();
        client.BaseAddress = new Uri(client.BaseAddress!, Institute.Department + "/");
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public static StringContent Json(string json, string type = "application/json") => new(json, Encoding.UTF8, type);

    /// <summary>Posts an item; answers with the status and what came back.</summary>
    public static Task<(HttpStatusCode Status, JsonNode? Body)> PostItemAsync(this HttpClient client, string json, string query = "") =>
        client.SendJsonAsync(HttpMethod.Post, "api/content" + query, Json(json));

    public static async Task<(HttpStatusCode Status, JsonNode? Body)> SendJsonAsync(this HttpClient client, HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }

    /// <summary>Sends a query; answers with the status and what came back.</summary>
    public static async Task<(HttpStatusCode Status, JsonNode Body)> QueryAsync(this HttpClient client, string query)
    {
        var (status, body) = await client.SendJsonAsync(HttpMethod.Post, "api/graphql", Json(new JsonObject { ["query"] = query }.ToJsonString()));
        return (status, body!);
    }
}
