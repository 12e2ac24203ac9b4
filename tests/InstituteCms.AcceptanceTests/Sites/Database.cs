using System.Data.Common;
using InstituteCms.AcceptanceTests.Foundations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>A tenant's database, read past the application.</summary>
public static class Database
{
    /// <summary>How many values of all tables hold <paramref name="text"/>.</summary>
    public static async Task<int> CountAsync(this TestSite site, string tenant, string text)
    {
        await using var database = await OpenAsync(site, tenant);
        var tables = new List<string>();
        await foreach (var row in ReadAsync(database, database is NpgsqlConnection
            ? "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"
            : "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            tables.Add((string)row[0]);
        }

        var count = 0;
        foreach (var table in tables)
        {
            await foreach (var row in ReadAsync(database, $"SELECT * FROM \"{table}\""))
            {
                count += row.Count(value => value is string said && said.Contains(text, StringComparison.OrdinalIgnoreCase));
            }
        }

        return count;
    }

    /// <summary>The first value that the statement finds.</summary>
    public static async Task<object?> AskAsync(this TestSite site, string tenant, string sql)
    {
        await using var database = await OpenAsync(site, tenant);
        await foreach (var row in ReadAsync(database, sql))
        {
            return row[0];
        }

        return null;
    }

    /// <summary>Waits until <paramref name="holds"/>; before each further look, <paramref name="meanwhile"/> is done and the tenant's background work goes on.</summary>
    public static async Task UntilAsync(this TestSite site, string tenant, Func<Task<bool>> holds, Action meanwhile, string what)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var look = 0; !await holds(); look++)
        {
            Assert.True(look < 600, $"Waited in vain: {what}.");
            meanwhile();
            await Foundation.WorkAsync(site, tenant);
            await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>All rows that the statement finds.</summary>
    public static async Task<List<object[]>> ListAsync(DbConnection database, string sql)
    {
        var rows = new List<object[]>();
        await foreach (var row in ReadAsync(database, sql))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static async Task<DbConnection> OpenAsync(TestSite site, string tenant)
    {
        DbConnection database = site.Settings.GetValueOrDefault("OrchardCore:OrchardCore_AutoSetup:Tenants:0:DatabaseConnectionString") is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(site.Data, "Sites", tenant, "OrchardCore.db")};Mode=ReadOnly");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        return database;
    }

    private static async IAsyncEnumerable<object[]> ReadAsync(DbConnection database, string sql)
    {
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}
