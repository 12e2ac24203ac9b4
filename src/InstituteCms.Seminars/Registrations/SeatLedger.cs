using Dapper;
using InstituteCms.CheckIn;
using InstituteCms.Events;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>
/// Counts seats and claims addresses in tables of its own, where the database itself refuses a seat too many and an address twice: for
/// one process or several, on SQLite and PostgreSQL alike. Every write belongs to the session's transaction.
/// </summary>
public class SeatLedger : ISeatCounter
{
    /// <summary>
    /// EventId (primary key), SeatsTaken, TakenByInvited, WaitedFor, Waiting, the same four of those who take part online at an event that has
    /// both ways, LastInLine for both lines, ErasedUtc.
    /// </summary>
    public const string SeatsTable = "EventSeats";

    /// <summary>EventId and EmailKey (primary key together).</summary>
    public const string ClaimsTable = "ActiveRegistration";

    private readonly ISession _session;

    public SeatLedger(ISession session) => _session = session;

    private string Seats => Quote(SeatsTable);

    private string Claims => Quote(ClaimsTable);

    /// <summary>
    /// Makes others who change registrations of this event wait until the session's transaction ends: what is read from now on still holds
    /// when it is written. (SQLite lets no second writer begin anyway.)
    /// </summary>
    public virtual Task LockAsync(string eventId) => WriteAsync(
        $"""
        INSERT INTO {Seats} ("EventId", "SeatsTaken") VALUES (@eventId, 0)
        ON CONFLICT ("EventId") DO UPDATE SET "ErasedUtc" = NULL
        """,
        new { eventId });

    /// <summary>Takes seats for a party, unless more would be taken than there are; for the rule see <see cref="SeatPool"/>.</summary>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="seats">Seats for the party, all or none.</param>
    /// <param name="invited">Whether it may have what is held back.</param>
    /// <param name="capacity">Seats offered; <see langword="null"/> means unlimited.</param>
    /// <param name="heldBack">Seats kept for invited guests.</param>
    /// <param name="mode">Whose seats.</param>
    public virtual async Task<bool> TryTakeSeatsAsync(
        string eventId, int seats, bool invited, int? capacity, int heldBack, AttendanceMode mode = AttendanceMode.InPerson)
    {
        var (taken, byInvited, _, _) = Columns(mode);
        return await WriteAsync(
            $"""
            UPDATE {Seats} SET "{taken}" = "{taken}" + @seats, "{byInvited}" = "{byInvited}" + @byInvited
            WHERE "EventId" = @eventId
                AND "{taken}" + @seats + CASE WHEN @heldBack > "{byInvited}" THEN @heldBack - "{byInvited}" ELSE 0 END <= @capacity
            """,
            new { eventId, seats, byInvited = invited ? seats : 0, heldBack = invited ? 0 : heldBack, capacity = capacity ?? int.MaxValue }) == 1;
    }

    /// <summary>Gives seats back.</summary>
    public virtual Task FreeSeatsAsync(string eventId, int seats, bool invited, AttendanceMode mode = AttendanceMode.InPerson)
    {
        var (taken, byInvited, _, _) = Columns(mode);
        return WriteAsync(
            $"""
            UPDATE {Seats} SET "{taken}" = "{taken}" - @seats, "{byInvited}" = "{byInvited}" - @byInvited
            WHERE "EventId" = @eventId AND "{taken}" >= @seats
            """,
            new { eventId, seats, byInvited = invited ? seats : 0 });
    }

    /// <summary>Puts a party at the end of the waiting list.</summary>
    /// <returns>
    /// Its number in line, of which later ones are greater: those of both ways are drawn from one row, so that they tell who came first; and
    /// its place, 1 for the next.
    /// </returns>
    public async Task<(long Line, int Place)> JoinLineAsync(string eventId, int seats, AttendanceMode mode = AttendanceMode.InPerson)
    {
        var (_, _, waitedFor, waiting) = Columns(mode);
        await WriteAsync(
            $"""UPDATE {Seats} SET "{waitedFor}" = "{waitedFor}" + @seats, "{waiting}" = "{waiting}" + 1, "LastInLine" = "LastInLine" + 1 WHERE "EventId" = @eventId""",
            new { eventId, seats });
        return (await ReadAsync<(long, int)>($"""SELECT "LastInLine", "{waiting}" FROM {Seats} WHERE "EventId" = @eventId""", new { eventId }, CancellationToken.None)).Single();
    }

    /// <summary>Takes a party off the waiting list.</summary>
    public Task LeaveLineAsync(string eventId, int seats, AttendanceMode mode = AttendanceMode.InPerson)
    {
        var (_, _, waitedFor, waiting) = Columns(mode);
        return WriteAsync(
            $"""UPDATE {Seats} SET "{waitedFor}" = "{waitedFor}" - @seats, "{waiting}" = "{waiting}" - 1 WHERE "EventId" = @eventId AND "{waiting}" > 0""",
            new { eventId, seats });
    }

    /// <summary>Notes that a party on the waiting list wants this many seats more, or fewer; it keeps its place.</summary>
    public Task ResizeInLineAsync(string eventId, int more, AttendanceMode mode = AttendanceMode.InPerson)
    {
        var (_, _, waitedFor, waiting) = Columns(mode);
        return WriteAsync(
            $"""UPDATE {Seats} SET "{waitedFor}" = "{waitedFor}" + @more WHERE "EventId" = @eventId AND "{waiting}" > 0""", new { eventId, more });
    }

    /// <summary>Claims an address for an event, unless it is claimed already. Any number of people have none.</summary>
    public virtual async Task<bool> TryClaimAsync(string eventId, string emailKey) => emailKey.Length == 0 || await WriteAsync(
        $"""INSERT INTO {Claims} ("EventId", "EmailKey") VALUES (@eventId, @emailKey) ON CONFLICT DO NOTHING""", new { eventId, emailKey }) == 1;

    /// <summary>Gives an address free again; false when it was free before.</summary>
    public virtual async Task<bool> TryReleaseAsync(string eventId, string emailKey) => await WriteAsync(
        $"""DELETE FROM {Claims} WHERE "EventId" = @eventId AND "EmailKey" = @emailKey""", new { eventId, emailKey }) == 1;

    /// <summary>Those of the addresses that are claimed.</summary>
    public async Task<HashSet<string>> ListClaimedAsync(string eventId, IReadOnlyCollection<string> emailKeys)
    {
        var parameters = new DynamicParameters(new { eventId });
        var keys = List(parameters, "key", emailKeys);
        return [.. await ReadAsync<string>($"""SELECT "EmailKey" FROM {Claims} WHERE "EventId" = @eventId AND "EmailKey" IN ({keys})""", parameters, CancellationToken.None)];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, SeatCount>> CountAsync(
        IReadOnlyCollection<string> eventIds, CancellationToken cancellationToken = default)
    {
        if (eventIds.Count == 0)
        {
            return new Dictionary<string, SeatCount>();
        }

        var parameters = new DynamicParameters();
        var names = List(parameters, "event", eventIds);
        var rows = await ReadAsync<SeatRow>(
            $"""SELECT "EventId", "SeatsTaken", "TakenByInvited", "WaitedFor", "Waiting", "OnlineTaken", "OnlineWaitedFor", "OnlineWaiting" FROM {Seats} WHERE "EventId" IN ({names})""", parameters, cancellationToken);
        return rows.ToDictionary(row => row.EventId, row => new SeatCount(row.SeatsTaken, row.TakenByInvited, row.WaitedFor, row.Waiting)
        {
            Online = new(row.OnlineTaken, 0, row.OnlineWaitedFor, row.OnlineWaiting),
        });
    }

    /// <inheritdoc />
    public async Task<int> CountCheckedInAsync(string eventId, CancellationToken cancellationToken = default) =>
        (await _session.QueryIndex<CheckInIndex>(index => index.EventId == eventId).ListAsync(cancellationToken)).Sum(index => index.Seats);

    /// <summary>Events that have or had registrants whose personal data was not erased yet.</summary>
    public Task<IEnumerable<string>> ListUnerasedEventsAsync(CancellationToken cancellationToken) =>
        ReadAsync<string>($"""SELECT "EventId" FROM {Seats} WHERE "ErasedUtc" IS NULL ORDER BY "EventId" """, new { }, cancellationToken);

    /// <summary>Events that have or had registrants, some of them; those with personal data first.</summary>
    public async Task<IReadOnlyList<string>> ListEventsAsync(int skip, int take, CancellationToken cancellationToken) =>
        [.. await ReadAsync<string>($"""SELECT "EventId" FROM {Seats} ORDER BY CASE WHEN "ErasedUtc" IS NULL THEN 0 ELSE 1 END, "EventId" LIMIT @take OFFSET @skip""", new { skip, take }, cancellationToken)];

    /// <summary>Removes every claimed address of an event. The count of seats stays.</summary>
    public Task EraseClaimsAsync(string eventId) => WriteAsync($"""DELETE FROM {Claims} WHERE "EventId" = @eventId""", new { eventId });

    /// <summary>Notes that nothing personal of an event is left anywhere.</summary>
    public Task MarkErasedAsync(string eventId, DateTime nowUtc) =>
        WriteAsync($"""UPDATE {Seats} SET "ErasedUtc" = @nowUtc WHERE "EventId" = @eventId""", new { eventId, nowUtc });

    private async Task<int> WriteAsync(string sql, object parameters)
    {
        var transaction = await _session.BeginTransactionAsync();
        return await transaction.Connection!.ExecuteAsync(sql, parameters, transaction);
    }

    private async Task<IEnumerable<T>> ReadAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
    {
        var connection = await _session.CreateConnectionAsync(cancellationToken);
        return await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, _session.CurrentTransaction, cancellationToken: cancellationToken));
    }

    /// <summary>Names of parameters, one for each value: Dapper makes an array of a list for PostgreSQL, which IN does not take.</summary>
    private static string List(DynamicParameters parameters, string name, IEnumerable<string> values) => string.Join(", ", values.Select((value, place) =>
    {
        parameters.Add($"{name}{place}", value);
        return $"@{name}{place}";
    }));

    private static (string Taken, string ByInvited, string WaitedFor, string Waiting) Columns(AttendanceMode mode) => mode == AttendanceMode.Online
        ? ("OnlineTaken", "OnlineTakenByInvited", "OnlineWaitedFor", "OnlineWaiting")
        : ("SeatsTaken", "TakenByInvited", "WaitedFor", "Waiting");

    private string Quote(string table)
    {
        var configuration = _session.Store.Configuration;
        return configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + table, null);
    }

    private sealed class SeatRow
    {
        public string EventId { get; set; } = "";

        public int SeatsTaken { get; set; }

        public int TakenByInvited { get; set; }

        public int WaitedFor { get; set; }

        public int Waiting { get; set; }

        public int OnlineTaken { get; set; }

        public int OnlineWaitedFor { get; set; }

        public int OnlineWaiting { get; set; }
    }
}
