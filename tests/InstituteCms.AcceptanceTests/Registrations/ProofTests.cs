using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>The proof finds what is broken on purpose, past the desk, and finds nothing otherwise.</summary>
public sealed class ProofTests
{
    private const string EventId = "41h8wh1q3g1jqb7a2bp5650zv6";

    private static readonly (string Check, string Break, string Mend)[] _breaks =
    [
        ("SeatsWithinCapacity", """UPDATE {EventSeats} SET "SeatsTaken" = "SeatsTaken" + 100""", """UPDATE {EventSeats} SET "SeatsTaken" = "SeatsTaken" - 100"""),
        ("LedgerIsWhatIsHeld", """UPDATE {EventSeats} SET "SeatsTaken" = "SeatsTaken" - 1""", """UPDATE {EventSeats} SET "SeatsTaken" = "SeatsTaken" + 1"""),
        ("OneRegistrationPerAddress",
            """UPDATE {RegistrationIndex} SET "EmailKey" = 'one@example.org' WHERE "EmailKey" = 'two@example.org'""",
            """UPDATE {RegistrationIndex} SET "EmailKey" = 'two@example.org' WHERE "SearchText" LIKE '%two@example.org%'"""),
        ("ClaimsAreRegistrations",
            $$"""INSERT INTO {ActiveRegistration} ("EventId", "EmailKey") VALUES ('{{EventId}}', 'nobody@example.org')""",
            """DELETE FROM {ActiveRegistration} WHERE "EmailKey" = 'nobody@example.org'"""),
        ("HistoriesAreWhole",
            """UPDATE {Document} SET "Content" = replace("Content", '"Status":"Confirmed"', '"Status":"Offered"') WHERE "Content" LIKE '%"Email":"one@example.org"%'""",
            """UPDATE {Document} SET "Content" = replace("Content", '"Status":"Offered"', '"Status":"Confirmed"') WHERE "Content" LIKE '%"Email":"one@example.org"%'"""),
        ("ChangesAreLawful",
            """UPDATE {Document} SET "Content" = replace("Content", '"Command":"Cancel"', '"Command":"Approve"') WHERE "Content" LIKE '%"Email":"gone@example.org"%'""",
            """UPDATE {Document} SET "Content" = replace("Content", '"Command":"Approve"', '"Command":"Cancel"') WHERE "Content" LIKE '%"Email":"gone@example.org"%'"""),
        ("LinesAreInOrder",
            """UPDATE {RegistrationIndex} SET "Line" = 7 WHERE "EmailKey" = 'two@example.org'""",
            """UPDATE {RegistrationIndex} SET "Line" = 0 WHERE "EmailKey" = 'two@example.org'"""),
        ("ConfirmedHaveMail",
            """UPDATE {OutboxIndex} SET "Kind" = 'News' WHERE "Kind" = 'Confirmed'""",
            """UPDATE {OutboxIndex} SET "Kind" = 'Confirmed' WHERE "Kind" = 'News'"""),
    ];

    [Fact]
    public async Task Each_promise_that_is_broken_is_named()
    {
        await using var site = new TestSite();
        var database = SiteDatabase.Of(site);
        using var visitor = site.Visit(Institute.Department);
        foreach (var name in (string[])["one", "two", "gone"])
        {
            var personal = await visitor.FollowAsync(await visitor.RegisterAsync(name + "@example.org"));
            await site.MailAsync(Institute.DepartmentTenant, name + "@example.org", 1);
            if (name == "gone")
            {
                await visitor.SubmitAsync(await visitor.GetAsync(personal.Address + "/cancel"), "main form[method=post]");
                await site.MailAsync(Institute.DepartmentTenant, name + "@example.org", 2);
            }
        }

        using var organiser = site.Visit(Institute.Department);
        await organiser.SignInAsync();
        Assert.Contains("Everything holds", (await organiser.GetAsync("/Admin/Seminars/Proof")).Text, StringComparison.Ordinal);
        Assert.Empty(await BrokenAsync(organiser));

        foreach (var (check, @break, mend) in _breaks)
        {
            Assert.True(await database.ExecuteAsync(Statement(database, @break)) > 0, check);
            Assert.Contains(check, await BrokenAsync(organiser));
            Assert.Contains("do", (await organiser.GetAsync("/Admin/Seminars/Proof")).Document.QuerySelector("main strong")!.TextContent, StringComparison.Ordinal);
            Assert.True(await database.ExecuteAsync(Statement(database, mend)) > 0, check);
            Assert.Empty(await BrokenAsync(organiser));
        }
    }

    private static async Task<string[]> BrokenAsync(Visitor organiser)
    {
        var page = await organiser.GetAsync("/Admin/Seminars/Proof/" + EventId);
        Assert.Equal(_breaks.Length, page.Document.QuerySelectorAll("[data-check]").Length);
        return [.. page.Document.QuerySelectorAll("[data-holds=no]").Select(item => item.GetAttribute("data-check")!)];
    }

    private static string Statement(SiteDatabase database, string sql) =>
        System.Text.RegularExpressions.Regex.Replace(sql, @"\{(\w+)\}", match => database.Table(match.Groups[1].Value));
}
