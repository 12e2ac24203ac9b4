using InstituteCms.AcceptanceTests.Foundations;
using InstituteCms.AcceptanceTests.Sites;
using InstituteCms.Registrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ISession = YesSql.ISession;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>500 people want 50 seats in the same moment.</summary>
public sealed class OversellTests
{
    private const int Seats = 50;
    private const int People = 500;

    [Fact]
    public async Task Fifty_seats_seat_fifty_on_one_process_with_SQLite()
    {
        await using var site = new TestSite();

        await AssertSeatsAsync(await RushAsync(SiteDatabase.Of(site), () => site.Visit(Institute.Department)), SiteDatabase.Of(site));
    }

    [Theory]
    [MemberData(nameof(Foundation.Postgres), MemberType = typeof(Foundation))]
    public async Task Those_who_come_after_the_last_seat_stand_in_line_in_the_order_in_which_they_came(bool postgres)
    {
        const int places = 100;
        await using var site = new TestSite { Settings = postgres ? PostgresSite.Settings(await PostgresServer.NewDatabaseAsync()) : [] };
        var database = SiteDatabase.Of(site);

        var answers = await RushAsync(database, () => site.Visit(Institute.Department), places);

        Assert.DoesNotContain(answers, a => (int)a.Status >= 500);
        Assert.Equal(Seats + places, answers.Count(a => a.IsSeated()));
        var inOrder = await database.ListAsync($"""SELECT "Status", "Line" FROM {database.Table("RegistrationIndex")} ORDER BY "DocumentId" """);
        Assert.All(inOrder.Take(Seats), row => Assert.Equal("Confirmed", row[0]));
        Assert.Equal(Enumerable.Range(1, places), inOrder.Skip(Seats).Select(row => Convert.ToInt32(row[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(inOrder.Skip(Seats), row => Assert.Equal("Waitlisted", row[0]));
    }

    /// <summary>The same rush with the database's guard switched off seats too many: the tests above can fail.</summary>
    [Theory]
    [MemberData(nameof(Foundation.Postgres), MemberType = typeof(Foundation))]
    public async Task Without_the_guard_it_oversells(bool postgres)
    {
        await using var site = new TestSite
        {
            Settings = postgres ? PostgresSite.Settings(await PostgresServer.NewDatabaseAsync()) : [],
            HostServices = host => new OrchardCoreBuilder(host)
                .ConfigureServices(tenant => tenant.Replace(ServiceDescriptor.Scoped<SeatLedger, UnguardedLedger>()), order: 1000),
        };

        var answers = await RushAsync(SiteDatabase.Of(site), () => site.Visit(Institute.Department));

        Assert.True(answers.Count(a => a.IsSeated()) > Seats);
    }

    internal static async Task AssertSeatsAsync(Page[] answers, SiteDatabase database)
    {
        Assert.DoesNotContain(answers, a => (int)a.Status >= 500);
        Assert.Equal(Seats, answers.Count(a => a.IsSeated()));
        Assert.All(answers.Where(a => !a.IsSeated()), a => Assert.NotNull(a.Document.QuerySelector(".availability--full")));
        Assert.Equal(Seats, await database.NumberAsync($"SELECT COUNT(*) FROM {database.Table("RegistrationIndex")}"));
        Assert.Equal(Seats, await database.NumberAsync($"""SELECT COUNT(DISTINCT "EmailKey") FROM {database.Table("RegistrationIndex")}"""));
        Assert.Equal(Seats, await database.NumberAsync($"SELECT COUNT(*) FROM {database.Table(SeatLedger.ClaimsTable)}"));
        Assert.Equal(Seats, await database.NumberAsync($"""SELECT SUM("SeatsTaken") FROM {database.Table(SeatLedger.SeatsTable)}"""));
    }

    internal static async Task<Page[]> RushAsync(SiteDatabase database, Func<Visitor> visit, int waitlist = 0)
    {
        var visitors = Enumerable.Range(0, People).Select(_ => visit()).ToList();
        await database.SetCapacityAsync(Seats, waitlist);
        var forms = new List<Page>();
        foreach (var visitor in visitors)
        {
            forms.Add(await visitor.GetAsync(Institute.OpenEvent + "/register"));
        }

        var now = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var rush = visitors.Select((visitor, i) => Task.Run(async () =>
        {
            await now.Task;
            return await visitor.SubmitRegistrationAsync(forms[i], $"person{i}@example.org");
        })).ToList();
        now.SetResult();
        var answers = await Task.WhenAll(rush);

        visitors.ForEach(v => v.Dispose());
        return answers;
    }

    /// <summary>Counts, and refuses nobody; nor does anybody wait for anybody.</summary>
    private sealed class UnguardedLedger(ISession session) : SeatLedger(session)
    {
        public override Task LockAsync(string eventId) => Task.CompletedTask;

        public override Task<bool> TryTakeSeatsAsync(string eventId, int seats, bool invited, int? capacity, int heldBack, AttendanceMode mode = AttendanceMode.InPerson) => Task.FromResult(true);
    }
}
