using System.Net;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>Filters, orders and pages are those of Orchard Core.</summary>
public sealed class GraphQLFilterTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public GraphQLFilterTests(TestSite site) => _site = site;

    [Theory]
    [InlineData("""{ speaker(where: {displayText_contains: "a"}, orderBy: {createdUtc: DESC}, first: 2) { contentItemId } }""", 2)]
    [InlineData("""{ event(where: {event: {startUtc_lt: "2100-01-01T00:00:00Z"}}) { displayText } }""", 4)]
    [InlineData("""{ event(where: {event: {startUtc_gte: "2100-01-01T00:00:00Z"}}) { displayText } }""", 0)]
    [InlineData("""{ event(where: {event: {status: "Scheduled", startUtc_gt: "2000-01-01T00:00:00+09:00"}}) { displayText } }""", 4)]
    [InlineData("""{ event(where: {NOT: [{displayText_starts_with: "What Cities"}]}) { displayText } }""", 3)]
    [InlineData("""{ event(where: {NOT: [{displayText_starts_with: "What Cities"}, {event: {status: "Scheduled"}}]}) { displayText } }""", 3)]
    [InlineData("""{ event(where: {OR: [{event: {status: "Cancelled"}}, {displayText_starts_with: "What Cities"}]}) { displayText } }""", 1)]
    [InlineData("""{ event(where: {OR: [{displayText_starts_with: "The Price"}, {displayText_starts_with: "What Cities"}]}) { displayText } }""", 2)]
    [InlineData("""{ event(where: {AND: [{event: {status_not: "Cancelled"}}, {displayText_starts_with: "What Cities"}]}) { displayText } }""", 1)]
    [InlineData("""{ event(where: {autoroute: {path: "events/what-cities-promise-what-cities-pay"}}) { displayText } }""", 1)]
    [InlineData("""{ event(where: {displayText_in: []}) { displayText } }""", 0)]
    [InlineData("""{ event(where: {displayText_not_in: ["The Price of Distance"]}, orderBy: {displayText: ASC, createdUtc: DESC}) { displayText } }""", 3)]
    [InlineData("""{ event(where: {displayText_not: null}, first: 1, skip: 1) { displayText } }""", 1)]
    [InlineData("""{ forumReport(where: {forumReport: {eventId: "4ctje095n4mnvbpzbgkwcz2c4e"}}) { displayText } }""", 1)]
    public async Task As_many_are_found_as_there_are(string query, int found)
    {
        using var anybody = _site.Program(null);

        var (status, body) = await anybody.QueryAsync(query);

        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        Assert.Equal(found, ((JsonArray)body["data"]!.AsObject().Single().Value!).Count);
    }

    [Fact]
    public async Task Item_is_found_by_its_id_and_one_of_nobody_is_null()
    {
        using var anybody = _site.Program(null);

        var (_, known) = await anybody.QueryAsync("""{ contentItem(contentItemId: "41h8wh1q3g1jqb7a2bp5650zv6") { displayText ... on Event { event { languages } } } }""");
        var (status, unknown) = await anybody.QueryAsync("""{ contentItem(contentItemId: "4dm1zpeftyqng8bg1zdnw5jgce") { displayText } }""");

        Assert.Equal("What Cities Promise, What Cities Pay", (string)known["data"]!["contentItem"]!["displayText"]!);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Null(unknown["data"]!["contentItem"]);
    }
}
