using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Admin;

/// <summary>The first page of the admin says what is next, to each what they may see.</summary>
public sealed class DashboardTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public DashboardTests(TestSite site) => _site = site;

    [Fact]
    public async Task Editor_sees_events_seats_registrations_drafts_and_the_report_that_is_due()
    {
        using var visitor = _site.Visit(Institute.Department);
        await visitor.RegisterAsync("plotted@example.org");
        using var editor = await _site.SignedInAsync("Editor", "dora");
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await editor.CreateEventAsync("Begun by Dora", "submit.Save");
        await editor.CreateEventAsync("Held and unreported", "submit.Publish", ("EventPart.StartLocal", "2026-05-01T10:30"), ("EventPart.EndLocal", "2026-05-01T12:00"));

        var page = await editor.GetAsync("/Admin");

        Assert.Contains("/ContentTypes/Event/Create", page.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Announce an event").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("1 of 20 seats taken", Card(page, "Next events"), StringComparison.Ordinal);
        Assert.Contains("1 registration in the last 12 weeks", Card(page, "Registrations"), StringComparison.Ordinal);
        Assert.Equal(13, page.Document.QuerySelectorAll("svg[role=img] ~ details tr").Length);
        Assert.Contains("Held and unreported", Card(page, "Reports to write"), StringComparison.Ordinal);
        Assert.Contains("Begun by Dora", Card(page, "My drafts"), StringComparison.Ordinal);
        Assert.Contains("Begun by Dora", Card(page, "Recent changes"), StringComparison.Ordinal);
        Assert.Contains("was delivered or is on its way", Card(page, "Mail that did not arrive"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_is_offered_nothing_to_write()
    {
        using var viewer = await _site.SignedInAsync("Viewer", "vera");

        var page = await viewer.GetAsync("/Admin");

        Assert.DoesNotContain("Announce an event", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Reports to write", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href*='/Edit']"));
    }

    private static string Card(Page page, string heading) => page.Document.QuerySelectorAll(".card")
        .Single(card => card.QuerySelector("h2")?.TextContent == heading).TextContent;
}
