using System.Net;
using InstituteCms.AcceptanceTests.Registrations;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Foundations.Embedded;

/// <summary>The institute and its department in one PostgreSQL database: from the set-up to the day on which registrants are forgotten.</summary>
public sealed class PostgresTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("institute-cms-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

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

    [Fact]
    public async Task Two_processes_that_start_at_once_set_up_once_and_seat_fifty_of_500_on_50_seats()
    {
        var database = new SiteDatabase(await PostgresServer.NewDatabaseAsync(), PostgresSite.DepartmentPrefix);
        var settings = PostgresSite.ProcessEnvironment(database.ConnectionString);
        await using var first = HostProcess.Start(_data, environment: settings);
        await using var second = HostProcess.Start(_data, environment: settings);
        await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync());

        var turn = 0;
        var answers = await OversellTests.RushAsync(database, () => Visitor.At((turn++ % 2 == 0 ? first : second).Address, Institute.Department));

        await OversellTests.AssertSeatsAsync(answers, database);
    }

    [Fact]
    public async Task A_set_up_that_fails_or_is_killed_leaves_nothing_in_the_way_and_a_site_that_stands_is_left_alone()
    {
        const string secret = "hunter2-and-more";
        var database = new SiteDatabase(await PostgresServer.NewDatabaseAsync() + ";Password=" + secret, PostgresSite.DepartmentPrefix);
        var settings = PostgresSite.ProcessEnvironment(database.ConnectionString);
        const string tables = "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'";

        await using (var failing = HostProcess.Start(_data, environment: [.. settings, ("OrchardCore__OrchardCore_AutoSetup__Tenants__0__AdminPassword", "short")]))
        {
            Assert.NotEqual(0, await failing.ExitAsync());
            Assert.DoesNotContain(secret, failing.Output, StringComparison.Ordinal);
        }

        Assert.Equal(0, await database.NumberAsync(tables));

        await using (var killed = HostProcess.Start(_data, environment: settings))
        {
            using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await database.NumberAsync(tables) < 5)
            {
                await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }

            await killed.KillAsync();
        }

        await using (await HostProcess.Start(_data, environment: settings).ReadyAsync())
        {
            Assert.True(await database.NumberAsync($"SELECT COUNT(*) FROM {database.Table("Document")}") > 0);
        }

        await using var stranger = HostProcess.Start(Path.Combine(_data, "elsewhere"), environment: settings);
        Assert.NotEqual(0, await stranger.ExitAsync());
        Assert.Contains("already holds a site", stranger.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, stranger.Output, StringComparison.Ordinal);
        Assert.True(await database.NumberAsync($"SELECT COUNT(*) FROM {database.Table("Document")}") > 0);
    }
}
