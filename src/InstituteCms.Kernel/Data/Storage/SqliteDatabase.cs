using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InstituteCms.Kernel.Data;

/// <summary>
/// SQLite: readers never wait, writers take turns. Writers of this process queue in memory; those of other processes are
/// waited for by <c>BEGIN IMMEDIATE</c>. Both give up after <see cref="PatienceSeconds"/>.
/// </summary>
internal sealed class SqliteDatabase : IDatabase
{
    private const int PatienceSeconds = 30;

    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer = new(1, 1);
    private bool _prepared;

    public SqliteDatabase(string connectionString) => _connectionString = new SqliteConnectionStringBuilder(connectionString)
    {
        ForeignKeys = true,
        DefaultTimeout = PatienceSeconds,
    }.ToString();

    public string Name => "Sqlite";

    public string IdentityColumn => "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";

    public string Like => "LIKE";

    public string Ascending => "";

    public string Descending => " DESC";

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        if (!_prepared)
        {
            await PrepareAsync(connection, cancellationToken);
        }

        await connection.ExecuteAsync("PRAGMA synchronous = FULL");
        return connection;
    }

    public async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        try
        {
            return ((SqliteConnection)connection).BeginTransaction(deferred: false);
        }
        catch
        {
            End();
            throw;
        }
    }

    public void End() => _writer.Release();

    public Task TakeNameAsync(DbTransaction transaction, string name) => Task.CompletedTask; // There is one writer at a time.

    public Task<bool> HasTableAsync(DbTransaction transaction, string tableName) => transaction.Connection!.ExecuteScalarAsync<bool>(
        "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @tableName COLLATE NOCASE", new { tableName }, transaction);

    public string ColumnType(Type type, int? length) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.String or TypeCode.Char or TypeCode.DateTime => "TEXT",
        TypeCode.Double or TypeCode.Single => "REAL",
        TypeCode.Decimal => "NUMERIC",
        TypeCode.Object when type == typeof(byte[]) => "BLOB",
        TypeCode.Object when type == typeof(TimeSpan) || type == typeof(TimeSpan?) => "INTEGER",
        TypeCode.Object => "TEXT",
        _ => "INTEGER",
    };

    public string NextIds(string tableName, int count) =>
        $"""
        WITH RECURSIVE next(id) AS (
            SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{tableName}'), 0) + 1
            UNION ALL SELECT id + 1 FROM next LIMIT {count})
        SELECT id FROM next
        """;

    public string Page(int? skip, int? take) => (skip, take) switch
    {
        (null, null) => "",
        (null, _) => $" LIMIT {take}",
        _ => $" LIMIT {take ?? -1} OFFSET {skip}",
    };

    public string QuoteForColumnName(string columnName) => $"\"{columnName}\"";

    public string QuoteForTableName(string tableName, string schema) => $"\"{tableName}\"";

    public void Dispose() => _writer.Dispose();

    private async Task PrepareAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
            _prepared = true;
        }
        finally
        {
            End();
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!await _writer.WaitAsync(TimeSpan.FromSeconds(PatienceSeconds), cancellationToken))
        {
            throw new TimeoutException("Another session kept writing. Does this one run inside it, in a scope of its own?");
        }
    }
}
