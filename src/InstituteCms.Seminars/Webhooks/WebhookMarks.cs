using Dapper;
using InstituteCms.Registrations;
using YesSql;

namespace InstituteCms.Webhooks;

/// <summary>What programs were told of an event, kept in the session's transaction with the messages that tell it: nothing is said twice, and nothing is forgotten.</summary>
public sealed class WebhookMarks
{
    /// <summary>EventId (primary key), EndedUtc, SeatsTaken, WaitedFor, OnlineTaken, OnlineWaitedFor.</summary>
    public const string Table = "WebhookMark";

    /// <summary>The counts that are told, by the ledger's own names.</summary>
    private static readonly string[] _counts = ["SeatsTaken", "WaitedFor", "OnlineTaken", "OnlineWaitedFor"];

    private readonly ISession _session;

    public WebhookMarks(ISession session) => _session = session;

    private string Marks => Quote(Table);

    private string Seats => Quote(SeatLedger.SeatsTable);

    /// <summary>Notes that it was told that an event is over; false where that was told before.</summary>
    public async Task<bool> TrySetEndedAsync(string eventId, DateTime nowUtc) => await WriteAsync(
        $"""
        INSERT INTO {Marks} ("EventId", "EndedUtc") VALUES (@eventId, @nowUtc)
        ON CONFLICT ("EventId") DO UPDATE SET "EndedUtc" = @nowUtc WHERE {Marks}."EndedUtc" IS NULL
        """,
        new { eventId, nowUtc }) == 1;

    /// <summary>Events of which other seats are taken, or waited for, than was told last.</summary>
    public async Task<IReadOnlyList<MovedSeats>> ListMovedSeatsAsync(int most)
    {
        var connection = await _session.CreateConnectionAsync();
        var rows = await connection.QueryAsync<MovedSeats>(
            $"""
            SELECT held."EventId", {Each(name => $"held.\"{name}\"", ", ")} FROM {Seats} held LEFT JOIN {Marks} told ON told."EventId" = held."EventId"
            WHERE {Each(name => $"held.\"{name}\" <> COALESCE(told.\"{name}\", 0)", " OR ")}
            ORDER BY held."EventId" LIMIT @most
            """,
            new { most },
            _session.CurrentTransaction);
        return [.. rows];
    }

    /// <summary>Notes what is told of an event's seats.</summary>
    public Task SetSeatsAsync(MovedSeats seats) => WriteAsync(
        $"""
        INSERT INTO {Marks} ("EventId", {Each(name => $"\"{name}\"", ", ")}) VALUES (@EventId, {Each(name => "@" + name, ", ")})
        ON CONFLICT ("EventId") DO UPDATE SET {Each(name => $"\"{name}\" = @{name}", ", ")}
        """,
        seats);

    /// <summary>Takes all seats as told: only what moves from now on is news.</summary>
    public Task SetAllSeatsAsync() => WriteAsync(
        $"""
        INSERT INTO {Marks} ("EventId", {Each(name => $"\"{name}\"", ", ")}) SELECT "EventId", {Each(name => $"\"{name}\"", ", ")} FROM {Seats} WHERE 1 = 1
        ON CONFLICT ("EventId") DO UPDATE SET {Each(name => $"\"{name}\" = excluded.\"{name}\"", ", ")}
        """,
        new { });

    private static string Each(Func<string, string> write, string between) => string.Join(between, _counts.Select(write));

    private async Task<int> WriteAsync(string sql, object parameters)
    {
        var transaction = await _session.BeginTransactionAsync();
        return await transaction.Connection!.ExecuteAsync(sql, parameters, transaction);
    }

    private string Quote(string table)
    {
        var configuration = _session.Store.Configuration;
        return configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + table, null);
    }
}

/// <summary>An event's seats as they are.</summary>
public sealed class MovedSeats
{
    public string EventId { get; set; } = "";

    public int SeatsTaken { get; set; }

    public int WaitedFor { get; set; }

    public int OnlineTaken { get; set; }

    public int OnlineWaitedFor { get; set; }
}
