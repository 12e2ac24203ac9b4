using Dapper;
using Xunit;
using YesSql;

namespace InstituteCms.Kernel.Tests.Data;

public abstract class ConcurrentWriterTests(Backend backend)
{
    private const int Writers = 50;
    private const int Capacity = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_sessions_of_two_nodes_take_no_seat_twice()
    {
        await using var tenant = await DataTenant.StartAsync(backend);
        await using var otherNode = tenant.OtherNode(_ => { });
        await using (var session = tenant.Store.CreateSession())
        {
            var transaction = await session.BeginTransactionAsync(Token);
            await transaction.Connection!.ExecuteAsync($"""INSERT INTO {Table(session, "Seats")} ("EventId", "Taken") VALUES ('e', 0)""", transaction: transaction);
            await session.SaveChangesAsync(Token);
        }

        var seated = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i =>
            Task.Run(() => RegisterAsync(i % 2 == 0 ? tenant.Store : otherNode.Store, $"{i}@example.org"), Token)));

        Assert.Equal(Capacity, seated.Count(s => s));
        await using var reader = tenant.Store.CreateSession();
        var taken = await (await reader.CreateConnectionAsync(Token)).QuerySingleAsync<int>($"""SELECT "Taken" FROM {Table(reader, "Seats")}""");
        Assert.Equal(Capacity, taken);
        Assert.Equal(Capacity, await reader.Query<Note>().CountAsync(Token));
        Assert.Equal(Capacity, (await reader.Query<Note>().ListAsync(Token)).Select(n => n.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_address_claimed_twice_is_kept_once()
    {
        await using var tenant = await DataTenant.StartAsync(backend);

        var claimed = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(
            async () =>
            {
                await using var session = tenant.Store.CreateSession();
                var transaction = await session.BeginTransactionAsync(Token);
                var inserted = await transaction.Connection!.ExecuteAsync(
                    $"""INSERT INTO {Table(session, "Claims")} ("Address") VALUES (@Address) ON CONFLICT DO NOTHING""", new { Address = "a@example.org" }, transaction);
                await session.SaveChangesAsync(Token);
                return inserted;
            },
            Token)));

        Assert.Equal(1, claimed.Sum());
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer()
    {
        await using var tenant = await DataTenant.StartAsync(backend);
        await using var writer = tenant.Store.CreateSession();
        await writer.SaveAsync(new Note { Text = "pending" });
        await writer.FlushAsync(Token);

        await using var reader = tenant.Store.CreateSession();
        Assert.Equal(0, await reader.Query<Note>().CountAsync(Token));
        Assert.Null(reader.CurrentTransaction);
        Assert.NotNull(writer.CurrentTransaction);
    }

    [Fact]
    public async Task A_session_left_without_a_commit_lets_the_next_writer_in()
    {
        await using var tenant = await DataTenant.StartAsync(backend);
        await using (var session = tenant.Store.CreateSession())
        {
            await session.BeginTransactionAsync(Token);
        }

        await tenant.SaveAsync(new Note { Text = "in" });
    }

    private static async Task<bool> RegisterAsync(IStore store, string address)
    {
        await using var session = store.CreateSession();
        var transaction = await session.BeginTransactionAsync(Token);
        await session.Query<Note>().CountAsync(Token); // A transaction that reads before it has its turn to write would fail.
        var taken = await transaction.Connection!.ExecuteAsync(
            $"""UPDATE {Table(session, "Seats")} SET "Taken" = "Taken" + 1 WHERE "EventId" = @EventId AND "Taken" < @Capacity""",
            new { EventId = "e", Capacity },
            transaction);
        if (taken == 1)
        {
            await session.SaveAsync(new Note { Text = address });
        }

        await session.SaveChangesAsync(Token);
        return taken == 1;
    }

    private static string Table(ISession session, string name) => $"\"{session.Store.Configuration.TablePrefix}{name}\"";
}
