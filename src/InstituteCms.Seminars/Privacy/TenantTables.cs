using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Dapper;
using Microsoft.Extensions.Logging;
using YesSql;

namespace InstituteCms.Privacy;

/// <summary>One text that the database holds, and where.</summary>
public sealed record StoredValue(string Place, string Text);

/// <summary>This site's tables, whoever made them.</summary>
public sealed partial class TenantTables
{
    private readonly ISession _session;
    private readonly ILogger _logger;

    public TenantTables(ISession session, ILogger<TenantTables> logger) => (_session, _logger) = (session, logger);

    private string Prefix => _session.Store.Configuration.TablePrefix ?? "";

    private bool IsSqlite => _session.Store.Configuration.SqlDialect.Name == "Sqlite";

    /// <summary>Every text in every table.</summary>
    public async IAsyncEnumerable<StoredValue> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var session = _session.Store.CreateSession();
        var connection = await session.CreateConnectionAsync(cancellationToken);
        foreach (var table in await ListAsync(connection))
        {
            await using var reader = await connection.ExecuteReaderAsync(
                new CommandDefinition($"SELECT * FROM {Quote(table)}", transaction: session.CurrentTransaction, cancellationToken: cancellationToken));
            var type = Enumerable.Range(0, reader.FieldCount).FirstOrDefault(i => table == Prefix + nameof(Document) && reader.GetName(i) == nameof(Document.Type), -1);
            while (await reader.ReadAsync(cancellationToken))
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    if (Text(reader.GetValue(i)) is { Length: >= PersonTrace.LeastLength } text)
                    {
                        yield return new($"{table}.{reader.GetName(i)}{(type < 0 ? "" : $" ({ShortName(reader.GetString(type))})")}", text);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Writes the database anew, so that what was deleted or changed is nowhere in its files any more: a database only marks the space of it
    /// as free.
    /// </summary>
    /// <returns>Whether all of it is done; false when somebody was reading for so long that the write-ahead log could not be emptied.</returns>
    public async Task<bool> RewriteAsync(CancellationToken cancellationToken)
    {
        await using var session = _session.Store.CreateSession();
        var connection = await session.CreateConnectionAsync(cancellationToken);
        if (!IsSqlite)
        {
            foreach (var table in await ListAsync(connection))
            {
                await connection.ExecuteAsync(new CommandDefinition($"VACUUM (FULL) {Quote(table)}", cancellationToken: cancellationToken));
            }

            return true;
        }

        await connection.ExecuteAsync(new CommandDefinition("VACUUM", cancellationToken: cancellationToken));
        await connection.ExecuteAsync("PRAGMA busy_timeout = 10000"); // A checkpoint waits by this alone.
        var isBusy = await connection.ExecuteScalarAsync<long>(new CommandDefinition("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken: cancellationToken));
        await connection.ExecuteAsync("PRAGMA busy_timeout = 0");
        if (isBusy != 0)
        {
            LogStillRead();
        }

        return isBusy == 0;
    }

    private async Task<string[]> ListAsync(DbConnection connection)
    {
        var tables = await connection.QueryAsync<string>(IsSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            : "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema = current_schema() ORDER BY table_name");
        return [.. tables.Where(table => table.StartsWith(Prefix, StringComparison.Ordinal))];
    }

    private string Quote(string table) => _session.Store.Configuration.SqlDialect.QuoteForTableName(table, null);

    private static string? Text(object value) => value switch
    {
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => null,
    };

    // A document's class is stored as "Namespace.Class, Assembly".
    private static string ShortName(string type) => type.Split(',')[0].Split('.')[^1];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The write-ahead log of the database was being read and could not be emptied; the next clean-up does it.")]
    private partial void LogStillRead();
}
