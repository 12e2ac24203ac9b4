using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dapper;

namespace InstituteCms.Kernel.Data;

/// <summary>A session's connection, opened when first needed, and the transaction around what it writes.</summary>
internal sealed class SessionConnection : IDisposable
{
    private const string Telemetry = "InstituteCms.Kernel.Data";

    private static readonly Meter _meter = new(Telemetry);
    private static readonly ActivitySource _activities = new(Telemetry);
    private static readonly Counter<long> _statements = _meter.CreateCounter<long>("db.statements", "{statement}", "Statements that the database was given.");

    private readonly IDatabase _database;
    private DbConnection? _connection;
    private bool _isDisposed;

    public SessionConnection(IDatabase database) => _database = database;

    public DbTransaction? Transaction { get; private set; }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(Session));
        return _connection ??= await _database.OpenAsync(cancellationToken);
    }

    public async Task<DbTransaction> BeginAsync(CancellationToken cancellationToken) =>
        Transaction ??= await _database.BeginAsync(await OpenAsync(cancellationToken), cancellationToken);

    public async Task<IEnumerable<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        using var activity = Begin(sql);
        return await (await OpenAsync(cancellationToken)).QueryAsync<T>(Command(sql, parameters, cancellationToken));
    }

    public async Task<DbDataReader> ReadAsync(string sql, object? parameters, CancellationToken cancellationToken)
    {
        using var activity = Begin(sql);
        return await (await OpenAsync(cancellationToken)).ExecuteReaderAsync(Command(sql, parameters, cancellationToken));
    }

    /// <summary>Runs a statement inside the transaction; returns how many rows it has changed.</summary>
    public async Task<int> WriteAsync(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        using var activity = Begin(sql);
        return await _connection!.ExecuteAsync(Command(sql, parameters, cancellationToken));
    }

    /// <summary>Inserts rows inside the transaction.</summary>
    public async Task InsertAsync(RowInsert insert, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        foreach (var made in insert.Commands(await BeginAsync(cancellationToken), rows))
        {
            await using var command = made;
            using var activity = Begin(command.CommandText);
            _statements.Add(1);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Transaction is { Connection: not null })
            {
                await Transaction.CommitAsync(cancellationToken);
            }
        }
        finally
        {
            Rollback();
        }
    }

    /// <summary>Gives the connection back; whoever needs one next opens it anew.</summary>
    public void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }

    /// <summary>Ends the transaction; what was not committed is undone.</summary>
    public void Rollback()
    {
        if (Transaction is null)
        {
            return;
        }

        try
        {
            Transaction.Dispose();
        }
        finally
        {
            Transaction = null;
            _database.End();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        Rollback();
        _connection?.Dispose();
    }

    // For who traces the site: the statement with its places for values, never the values.
    private static Activity? Begin(string sql) => _activities.StartActivity("db.statement", ActivityKind.Client)?.SetTag("db.query.text", sql);

    private CommandDefinition Command(string sql, object? parameters, CancellationToken cancellationToken)
    {
        _statements.Add(1);
        return new(sql, parameters, Transaction, cancellationToken: cancellationToken);
    }
}
