using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Api;

/// <summary>A program that asks a site.</summary>
public static class ApiVisit
{
    public const string Root = "/api/seminars/v1";

    /// <summary>Sends a request to <paramref name="path"/> below the API of a tenant.</summary>
    public static async Task<ApiReply> AskAsync(this Visitor visitor, string path, string tenant = "", HttpMethod? method = null, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        var prefix = tenant.Length == 0 ? "" : "/" + tenant;
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, prefix + (path.StartsWith("/openapi", StringComparison.Ordinal) ? path : Root + path)) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await ApiReply.ReadAsync(await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken));
    }
}

/// <summary>What it was told.</summary>
public sealed record ApiReply(HttpStatusCode Status, HttpResponseHeaders Headers, string? ContentType, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public static async Task<ApiReply> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
