using Dapper;

namespace InstituteCms.Kernel.Data;

/// <summary>
/// The tables of a set-up that has not come to its end. Each bears a mark in the database itself, so that a set-up which failed, or whose
/// process died, can be cleared away, and no other table is ever taken for one of its.
/// </summary>
internal sealed class UnfinishedTables
{
    private readonly PostgresDatabase _database;
    private readonly string _prefix;

    public UnfinishedTables(PostgresDatabase database, string tablePrefix) => (_database, _prefix) = (database, tablePrefix);

    /// <summary>SQL that marks a table.</summary>
    public static string Mark(string quotedTable, string tablePrefix) => $"COMMENT ON TABLE {quotedTable} IS '{Text(tablePrefix)}'";

    /// <summary>Drops them, and says whether the prefix is free now.</summary>
    public async Task<bool> DropAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        if (await ListAsync(connection) is { Length: > 0 } tables)
        {
            await connection.ExecuteAsync($"DROP TABLE {string.Join(", ", tables)} CASCADE");
        }

        return await connection.ExecuteScalarAsync<bool>("SELECT to_regclass(@documents) IS NULL", new { documents = $"\"{_prefix}Document\"" });
    }

    /// <summary>The set-up is done: they are tables as others are.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(string.Concat((await ListAsync(connection)).Select(table => $"COMMENT ON TABLE {table} IS NULL;")));
    }

    private async Task<string[]> ListAsync(System.Data.Common.DbConnection connection) => [.. await connection.QueryAsync<string>(
        """
        SELECT quote_ident(relname) FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND obj_description(oid, 'pg_class') = @mark
        """,
        new { mark = Text(_prefix) })];

    private static string Text(string tablePrefix) => $"Set-up under the prefix \"{tablePrefix}\" is not finished.";
}
