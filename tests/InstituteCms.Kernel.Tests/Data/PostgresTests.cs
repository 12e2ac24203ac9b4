using InstituteCms.Kernel.Background;
using InstituteCms.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrchardCore.Locking.Distributed;
using YesSql;

namespace InstituteCms.Kernel.Tests.Data;

/// <summary>Where PostgreSQL would by itself behave otherwise than SQLite, and what it alone can do.</summary>
public sealed class PostgresTests : IAsyncLifetime
{
    private DataTenant _tenant = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _tenant = await DataTenant.StartAsync(Backend.Postgres);

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Fact]
    public async Task Text_is_found_whatever_its_case_and_what_has_no_value_comes_first()
    {
        await _tenant.SaveAsync(
            new Talk { Title = "LATE", StartUtc = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc) },
            new Talk { Title = "never" },
            new Talk { Title = "early", StartUtc = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        await using var session = _tenant.Store.CreateSession();

        Assert.Equal("LATE", (await session.Query<Talk, TalkIndex>(t => t.Title!.Contains("late")).FirstOrDefaultAsync(Token)).Title);
        Assert.Equal(["never", "early", "LATE"], (await session.Query<Talk, TalkIndex>().OrderBy(t => t.StartUtc!).ListAsync(Token)).Select(t => t.Title));
        Assert.Equal(["LATE", "early", "never"], (await session.Query<Talk, TalkIndex>().OrderByDescending(t => t.StartUtc!).ListAsync(Token)).Select(t => t.Title));
    }

    [Fact]
    public async Task What_is_no_text_to_the_database_is_left_out_of_it()
    {
        await _tenant.SaveAsync(new Talk { Title = "a\0b" }, new Talk { Title = "half \ud83d" });
        await using var session = _tenant.Store.CreateSession();

        Assert.Equal(1, await session.QueryIndex<TalkIndex>(t => t.Title == "ab").CountAsync(Token));
        Assert.Equal(1, await session.QueryIndex<TalkIndex>(t => t.Title == "a\0b").CountAsync(Token));
        Assert.Equal(1, await session.QueryIndex<TalkIndex>(t => t.Title!.StartsWith("half")).CountAsync(Token));
    }

    [Fact]
    public async Task A_lock_holds_across_nodes_until_it_is_given_back_or_its_time_is_over()
    {
        var time = new FakeTimeProvider();
        await using var otherNode = _tenant.OtherNode(_ => { });
        var (here, there) = (await LocksAsync(_tenant, time), await LocksAsync(otherNode, time));
        var soon = TimeSpan.FromMilliseconds(20);

        var (locker, locked) = await here.TryAcquireLockAsync("key", soon, TimeSpan.FromMinutes(1));
        Assert.True(locked);
        Assert.True(await there.IsLockAcquiredAsync("key"));
        Assert.False((await here.TryAcquireLockAsync("key", soon)).locked);
        Assert.False((await there.TryAcquireLockAsync("key", soon)).locked);
        Assert.True((await there.TryAcquireLockAsync("another key", soon)).locked);

        await locker.DisposeAsync();
        (locker, locked) = await there.TryAcquireLockAsync("key", soon, TimeSpan.FromMinutes(1));
        Assert.True(locked);

        time.Advance(TimeSpan.FromMinutes(1));
        (var next, locked) = await here.TryAcquireLockAsync("key", TimeSpan.FromSeconds(10));
        Assert.True(locked);
        await next.DisposeAsync();
        await locker.DisposeAsync();
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_not_repeated()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new PostgresDatabase("Host=db;Password=secret;half of it=1"));

        Assert.DoesNotContain("half", refused.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IDistributedLock> LocksAsync(DataTenant tenant, TimeProvider time)
    {
        DocumentStore store = null!;
        await tenant.UsingAsync(services => Task.FromResult(store = services.GetRequiredService<DocumentStore>()));
        return new PostgresLock(store, new LocalLock(time), time);
    }
}
