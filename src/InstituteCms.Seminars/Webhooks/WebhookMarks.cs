using Dapper;
using InstituteCms.Registrations;
using YesSql;

namespace InstituteCms.Webhooks;

/// <summary>What programs were told of an event, kept in the session's transaction with the messages that tell it: nothing is said twice, and nothing is forgotten.</summary>
public sealed class WebhookMarks
{
    /// <summary>EventId (primary key), EndedUtc, SeatsTaken, Waiting.</summary>
    public const string Table = "WebhookMark";

    private readonly ISession _session;

    public WebhookMarks(ISession session) => _session = session;

    private string Marks => Quote(Table);

    private string Seats => Quote(SeatLedger.SeatsTable);

    /// <summary>Notes that it was told that an event is over; false where that was told before.</summary>
    public async Task<bool> TrySetEndedAsync(string eventId, DateTime nowUtc) => await WriteAsync(
        $"""
        INSERT INTO {Marks} ("EventId", "EndedUtc", "SeatsTaken", "Waiting") VALUES (@eventId, @nowUtc, 0, 0)
        ON CONFLICT ("EventId") DO UPDATE SET "EndedUtc" = @nowUtc WHERE {Marks}."EndedUtc" IS NULL
        """,
        new { eventId, nowUtc }) == 1;

    /// <summary>Events of which other seats are taken, or waited for, than was told last.</summary>
    public async Task<IReadOnlyList<MovedSeats>> ListMovedSeatsAsync(int most)
    {
        var connection = await _session.CreateConnectionAsync();
        var rows = await connection.QueryAsync<MovedSeats>(
            $"""
            SELECT held."EventId", held."SeatsTaken", held."Waiting" FROM {Seats} held LEFT JOIN {Marks} told ON told."EventId" = held."EventId"
            WHERE held."SeatsTaken" <> COALESCE(told."SeatsTaken", 0) OR held."Waiting" <> COALESCE(told."Waiting", 0)
            ORDER BY held."EventId" LIMIT @most
            """,
            new { most },
            _session.CurrentTransaction);
        return [.. rows];
    }

    /// <summary>Notes what is told of an event's seats.</summary>
    public Task SetSeatsAsync(MovedSeats seats) => WriteAsync(
        $"""
        INSERT INTO {Marks} ("EventId", "SeatsTaken", "Waiting") VALUES (@EventId, @SeatsTaken, @Waiting)
        ON CONFLICT ("EventId") DO UPDATE SET "SeatsTaken" = @SeatsTaken, "Waiting" = @Waiting
        """,
        seats);

    /// <summary>Takes all seats as told: only what moves from now on is news.</summary>
    public Task SetAllSeatsAsync() => WriteAsync(
        $"""
        INSERT INTO {Marks} ("EventId", "SeatsTaken", "Waiting") SELECT "EventId", "SeatsTaken", "Waiting" FROM {Seats} WHERE 1 = 1
        ON CONFLICT ("EventId") DO UPDATE SET "SeatsTaken" = excluded."SeatsTaken", "Waiting" = excluded."Waiting"
        """,
        new { });

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

    public int Waiting { get; set; }
}
