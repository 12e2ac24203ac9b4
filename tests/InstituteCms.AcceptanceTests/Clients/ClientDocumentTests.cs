using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Api;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Clients;

/// <summary>The clients are generated from a copy of the OpenAPI document.</summary>
[Collection(SharedSite.Name)]
public sealed class ClientDocumentTests
{
    private readonly TestSite _site;

    public ClientDocumentTests(TestSite site) => _site = site;

    [Fact]
    public async Task Clients_are_made_from_what_the_site_says_today()
    {
        using var visitor = _site.Visit();
        var today = (await ApiDocument.ReadAsync(visitor)).Root;
        var copy = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "clients", "openapi.json"), TestContext.Current.CancellationToken))!.AsObject();
        today.Remove("servers"); // Each site names itself.
        copy.Remove("servers");

        Assert.True(JsonNode.DeepEquals(today, copy), "The OpenAPI document has changed. If it was meant to, write the clients' copy anew: clients/renew");
    }
}
