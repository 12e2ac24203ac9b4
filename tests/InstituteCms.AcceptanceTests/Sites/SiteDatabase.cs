using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>The department's database, past the application, for one on SQLite and one on PostgreSQL alike.</summary>
public sealed record SiteDatabase(string ConnectionString, string? Prefix = null)
{
    /// <summary>The database of a site in this data folder, on SQLite.</summary>
    public static SiteDatabase In(string data) => new($"Data Source={Path.Combine(data, "Sites", Institute.DepartmentTenant, "OrchardCore.db")};Pooling=false");

    public static SiteDatabase Of(TestSite site)
    {
        _ = site.Server; // Is set up now.
        return site.Settings.GetValueOrDefault("OrchardCore:OrchardCore_AutoSetup:Tenants:1:DatabaseConnectionString") is { } postgres
            ? new(postgres, PostgresSite.DepartmentPrefix)
            : In(site.Data);
    }

    /// <summary>The quoted name of a table.</summary>
    public string Table(string name) => Prefix is null ? $"\"{name}\"" : $"\"{Prefix}_{name}\"";

    /// <summary>The open event, which the recipe gives 20 seats, gets as many as this; null for no limit.</summary>
    /// <param name="waitlist">Places on its waiting list, of which the recipe gives it none.</param>
    public async Task SetCapacityAsync(int? seats, int waitlist = 0)
    {
        var json = string.Create(CultureInfo.InvariantCulture, $"\"Capacity\":{(seats is null ? "null" : seats)}{(waitlist > 0 ? $",\"WaitlistLength\":{waitlist}" : "")}");
        Assert.True(await ExecuteAsync($"""UPDATE {Table("Document")} SET "Content" = replace("Content", '"Capacity":20', '{json}') WHERE "Content" LIKE '%"Capacity":20%'""") > 0);
    }

    /// <summary>The number that the statement finds.</summary>
    public async Task<int> NumberAsync(string sql) => Convert.ToInt32((await ListAsync(sql))[0][0], CultureInfo.InvariantCulture);

    /// <summary>All rows that the statement finds.</summary>
    public async Task<List<object[]>> ListAsync(string sql)
    {
        await using var database = await OpenAsync();
        return await Database.ListAsync(database, sql);
    }

    /// <summary>Runs a statement, and says how many rows it changed.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var database = await OpenAsync();
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection database = Prefix is null ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        await database.OpenAsync(TestContext.Current.CancellationToken);
        return database;
    }
}
