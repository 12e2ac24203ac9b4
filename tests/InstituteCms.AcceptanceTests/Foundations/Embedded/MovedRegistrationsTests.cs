using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;
using static System.Globalization.CultureInfo;

namespace InstituteCms.AcceptanceTests.Foundations;

/// <summary>Registrations of another site take their seats here, once each and all or none.</summary>
public sealed class MovedRegistrationsTests : IClassFixture<TestSite>
{
    private const string EventId = "41h8wh1q3g1jqb7a2bp5650zv6";

    private readonly TestSite _site;

    public MovedRegistrationsTests(TestSite site) => _site = site;

    [Fact]
    public async Task One_that_is_incomplete_keeps_all_of_them_out()
    {
        var before = await SeatsLeftAsync();
        var broken = Registration("broken@example.org", "b");
        broken["TokenHashes"] = new JsonArray();

        var refusal = await _site.RefusalAsync(Package(Registration("whole@example.org", "w"), broken));

        Assert.Contains("Registration 2 of the package is incomplete.", refusal, StringComparison.Ordinal);
        Assert.Equal(before, await SeatsLeftAsync());
    }

    [Fact]
    public async Task Erased_ones_keep_their_seats_and_come_once()
    {
        var before = await SeatsLeftAsync();
        var package = Package(Erased(), Erased());

        Assert.Empty(await _site.RefusalAsync(package));
        Assert.Empty(await _site.RefusalAsync(package));

        Assert.Equal(before - 2, await SeatsLeftAsync());
    }

    [Fact]
    public async Task Address_that_is_registered_here_keeps_its_one_seat_and_both_links_open_it()
    {
        using var registrant = _site.Visit(Institute.Department);
        var here = (await registrant.FollowAsync(await registrant.RegisterAsync("both@example.org"))).Address;
        var before = await SeatsLeftAsync();
        const string There = "AAAAAAAAAAAAAAAAAAAAAA";
        var package = Package(Registration("Both@Example.org", There));

        Assert.Empty(await _site.RefusalAsync(package));
        Assert.Empty(await _site.RefusalAsync(package));

        Assert.Equal(before, await SeatsLeftAsync());
        Assert.Equal(HttpStatusCode.OK, (await registrant.GetAsync(here)).Status);
        Assert.Equal(HttpStatusCode.OK, (await registrant.GetAsync("/registrations/" + There)).Status);
    }

    [Fact]
    public async Task Answers_come_along_word_for_word()
    {
        const string There = "AAAAAAAAAAAAAAAAAAAAAQ";
        var moved = Registration("answered@example.org", There);
        moved["Answers"] = new JsonArray(new JsonObject
        {
            ["QuestionId"] = "elsewhere", ["Asked"] = "Asked elsewhere?", ["Language"] = "en", ["Kind"] = "LongText", ["Sensitive"] = true, ["Values"] = new JsonArray("[js: 1 + 1] "),
        });

        Assert.Empty(await _site.RefusalAsync(Package(moved)));

        using var registrant = _site.Visit(Institute.Department);
        var answers = (await registrant.GetAsync("/registrations/" + There)).Document.QuerySelector(".answers dl")!;
        Assert.Equal(("Asked elsewhere?", "[js: 1 + 1]"), (answers.QuerySelector("dt")!.TextContent.Trim(), answers.QuerySelector("dd")!.TextContent.Trim()));
    }

    private static byte[] Package(params JsonObject[] registrations) => Packages.Recipe(new JsonObject
    {
        ["steps"] = new JsonArray(new JsonObject { ["name"] = "Registrations", ["Registrations"] = new JsonArray([.. registrations]) }),
    }.ToJsonString());

    private static JsonObject Registration(string email, string token) => new()
    {
        ["EventId"] = EventId,
        ["Status"] = "Confirmed",
        ["Name"] = "Moved Example",
        ["Email"] = email,
        ["Culture"] = "en",
        ["CreatedUtc"] = "2026-05-01T00:00:00Z",
        ["TokenHashes"] = new JsonArray(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)))),
        ["LinkSentUtc"] = "2026-05-01T00:00:00Z",
    };

    private static JsonObject Erased() => new()
    {
        ["EventId"] = EventId,
        ["Status"] = "Confirmed",
        ["CreatedUtc"] = "2026-05-02T00:00:00.1234567Z",
        ["TokenHashes"] = new JsonArray(),
        ["ErasedUtc"] = "2026-05-03T00:00:00Z",
    };

    private async Task<int> SeatsLeftAsync()
    {
        using var visitor = _site.Visit(Institute.Department);
        var sentence = (await visitor.GetAsync(Institute.OpenEvent + "/register")).Document.QuerySelector(".availability--open")!.TextContent;
        return int.Parse(new string([.. sentence.Where(char.IsDigit)]), InvariantCulture);
    }
}
