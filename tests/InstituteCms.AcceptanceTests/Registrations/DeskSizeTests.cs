using System.Diagnostics;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>A very large event: its list is read page by page.</summary>
public sealed class DeskSizeTests
{
    private const int People = 5_000;

    // A page that read all of them would take many times as long, on any machine.
    private static readonly TimeSpan _quickly = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Five_thousand_registrations_are_listed_filtered_and_paged_quickly()
    {
        await using var site = new TestSite();
        using var organizer = site.Visit(Institute.Department);
        await organizer.SignInAsync();
        var desk = await organizer.AnnounceAsync("A very large event");
        using var visitor = site.Visit(Institute.Department);
        await visitor.RegisterAllAsync("/events/a-very-large-event", "Ann");
        var database = SiteDatabase.Of(site);
        const string numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4999)";
        await database.ListAsync($"""
            {numbers} INSERT INTO Document (Id, Type, Content, Version)
            SELECT 1000000 + i, d.Type, replace(replace(d.Content, 'ann@', 'person' || i || '@'), '"Ann"', '"Person ' || i || '"'), 1
            FROM n, Document d WHERE d.Id = (SELECT DocumentId FROM RegistrationIndex WHERE EmailKey = 'ann@example.org')
            """);
        await database.ListAsync($"""
            {numbers} INSERT INTO RegistrationIndex (DocumentId, EventId, Status, EmailKey, SearchText, AffiliationKey, Seats, Invited, Mode, Line, LapsesUtc, CreatedUtc, Erased)
            SELECT 1000000 + i, r.EventId, CASE WHEN i > 4000 THEN 'Waitlisted' ELSE r.Status END, 'person' || i || '@example.org',
                'person ' || i, 'place ' || (i % 40), 1 + i % 3, 0, r.Mode, CASE WHEN i > 4000 THEN i ELSE 0 END, NULL, r.CreatedUtc, 0
            FROM n, RegistrationIndex r WHERE r.EmailKey = 'ann@example.org'
            """);
        await organizer.GetAsync(desk); // The view is compiled.

        foreach (var query in new[] { "", "?pageNumber=100", "?sort=Name&pageNumber=50", "?sort=Line&columns=Place", "?search=person%204999", "?status=Waitlisted&sort=Affiliation" })
        {
            var watch = Stopwatch.StartNew();
            var list = await organizer.GetAsync(desk + query);
            TestContext.Current.TestOutputHelper!.WriteLine($"{query}: {watch.ElapsedMilliseconds} ms");
            Assert.InRange(list.Names().Length, 1, 50);
            Assert.True(watch.Elapsed < _quickly, $"{query} took {watch.Elapsed}.");
        }

        var last = await organizer.GetAsync(desk + "?sort=Name&pageNumber=100");
        Assert.Contains("Page 100 of 100", last.Text, StringComparison.Ordinal);
        Assert.Equal(50, last.Names().Length);
        Assert.Contains($"All {People}", last.Text, StringComparison.Ordinal);
        Assert.Contains("Waitlisted 999", last.Text, StringComparison.Ordinal);
    }
}
