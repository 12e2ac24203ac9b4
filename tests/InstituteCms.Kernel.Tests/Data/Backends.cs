using Dapper;

namespace InstituteCms.Kernel.Tests.Data;

// What the store promises, on each of its databases.
public sealed class SqliteQueryTests() : QueryTests(Backend.Sqlite);

public sealed class PostgresQueryTests() : QueryTests(Backend.Postgres);

public sealed class SqliteSessionTests() : SessionTests(Backend.Sqlite);

public sealed class PostgresSessionTests() : SessionTests(Backend.Postgres);

public sealed class SqliteMigrationTests() : MigrationTests(Backend.Sqlite);

public sealed class PostgresMigrationTests() : MigrationTests(Backend.Postgres);

public sealed class PostgresConcurrentWriterTests() : ConcurrentWriterTests(Backend.Postgres);

public sealed class SqliteConcurrentWriterTests() : ConcurrentWriterTests(Backend.Sqlite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_behind_the_session_s_back_lets_the_next_writer_in()
    {
        await using var tenant = await DataTenant.StartAsync();
        await using (var session = tenant.Store.CreateSession())
        {
            var transaction = await session.BeginTransactionAsync(Token);
            await transaction.CommitAsync(Token);
            await session.SaveChangesAsync(Token);
        }

        await tenant.SaveAsync(new Note { Text = "in" });
    }

    [Fact]
    public async Task The_database_keeps_what_it_has_confirmed()
    {
        await using var tenant = await DataTenant.StartAsync();
        await using var session = tenant.Store.CreateSession();
        var connection = await session.CreateConnectionAsync(Token);

        Assert.Equal("wal", await connection.QuerySingleAsync<string>("PRAGMA journal_mode"));
        Assert.Equal(2, await connection.QuerySingleAsync<int>("PRAGMA synchronous"));
        Assert.Equal(1, await connection.QuerySingleAsync<int>("PRAGMA foreign_keys"));
    }
}
