using Dapper;
using InstituteCms.AcceptanceTests.Sites;
using InstituteCms.Registrations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ISession = YesSql.ISession;

namespace InstituteCms.AcceptanceTests.Registrations;

/// <summary>200 people want 20 seats in the same moment.</summary>
public sealed class OversellTests
{
    private const int Seats = 20;
    private const int People = 200;

    [Fact]
    public async Task Twenty_seats_seat_twenty()
    {
        await using var site = new TestSite();

        var answers = await RushAsync(site);

        Assert.DoesNotContain(answers, a => (int)a.Status >= 500);
        Assert.Equal(Seats, answers.Count(a => a.IsSeated()));
        Assert.All(answers.Where(a => !a.IsSeated()), a => Assert.NotNull(a.Document.QuerySelector(".availability--full")));
        Assert.Equal((Seats, Seats), await StoredAsync(site));
    }

    /// <summary>The same rush with the database's guard switched off seats too many: the test above can fail.</summary>
    [Fact]
    public async Task Without_the_guard_it_oversells()
    {
        await using var site = new TestSite
        {
            HostServices = host => new OrchardCoreBuilder(host)
                .ConfigureServices(tenant => tenant.Replace(ServiceDescriptor.Scoped<SeatLedger, UnguardedLedger>()), order: 1000),
        };

        var answers = await RushAsync(site);

        Assert.True(answers.Count(a => a.IsSeated()) > Seats);
    }

    private static async Task<Page[]> RushAsync(TestSite site)
    {
        var visitors = Enumerable.Range(0, People).Select(_ => site.Visit(Institute.Department)).ToList();
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

    private static async Task<(int Registrations, int Addresses)> StoredAsync(TestSite site)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(site.Data, "Sites", Institute.DepartmentTenant, "OrchardCore.db")};Mode=ReadOnly");
        return (await database.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM RegistrationIndex"), await database.ExecuteScalarAsync<int>("SELECT COUNT(DISTINCT EmailKey) FROM ActiveRegistration"));
    }

    /// <summary>Counts, and refuses nobody.</summary>
    private sealed class UnguardedLedger(ISession session) : SeatLedger(session)
    {
        public override Task<bool> TryTakeSeatAsync(string eventId, int? capacity) => Task.FromResult(true);
    }
}
