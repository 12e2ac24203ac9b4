using System.Net;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Postgres;

/// <summary>The institute and its department in one PostgreSQL database: from the set-up to the day on which registrants are forgotten.</summary>
public sealed class PostgresTests
{
    [Fact]
    public async Task A_site_is_set_up_takes_registrations_and_forgets_them_in_time()
    {
        const string tenant = Institute.DepartmentTenant;
        await using var site = new TestSite { Settings = PostgresSite.Settings(await PostgresServer.NewDatabaseAsync()) };
        using var visitor = site.Visit(Institute.Department);

        foreach (var path in (string[])["", "events", "speakers", "reports", "events?q=cities", "events?q=%00%", "feed.xml", "events.ics", "sitemap.xml"])
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/" + path)).Status);
        }

        using (var institute = site.Visit())
        {
            Assert.Contains("peace", (await institute.GetAsync(Institute.Seminar)).Text, StringComparison.OrdinalIgnoreCase);
        }

        // Registered, mailed, cancelled, and registered again.
        var personal = await visitor.FollowAsync(await visitor.RegisterAsync("forget@example.org", "Forgetful Person"));
        Assert.Contains("You are registered", personal.Text, StringComparison.Ordinal);
        Assert.Contains(personal.Address, (await site.MailAsync(tenant, "forget@example.org", 1))[0].TextBody, StringComparison.Ordinal);
        var ask = await visitor.GetAsync(personal.Address + "/cancel");
        Assert.Contains("cancelled", (await visitor.FollowAsync(await visitor.SubmitAsync(ask, "main form[method=post]"))).Text, StringComparison.OrdinalIgnoreCase);
        Assert.True((await visitor.RegisterAsync("forget@example.org", "Forgetful Person")).IsSeated());
        Assert.True(await site.CountAsync(tenant, "forget@example.org") > 0);

        // Forgotten, and their number is not.
        await site.UntilAsync(tenant,
            async () => await site.CountAsync(tenant, "forget@example.org") == 0,
            () => site.Clock.Advance(TimeSpan.FromDays(1)),
            "for the address to be erased");
        Assert.Equal(0, await site.CountAsync(tenant, "Forgetful"));
        Assert.Equal(1L, await site.AskAsync(tenant, $"""SELECT COUNT(*) FROM "{PostgresSite.DepartmentPrefix}_RegistrationIndex" WHERE "Status" = 'Confirmed'"""));
        Assert.Equal(1, await site.AskAsync(tenant, $"""SELECT "SeatsTaken" FROM "{PostgresSite.DepartmentPrefix}_EventSeats" """));
        Assert.False(File.Exists(Path.Combine(site.Data, "Sites", tenant, "OrchardCore.db")));
    }
}
