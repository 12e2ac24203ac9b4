using Dapper;
using InstituteCms.Mails;
using InstituteCms.Privacy;
using InstituteCms.Registrations;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Circulars;

/// <summary>One circular in the log.</summary>
/// <param name="Sent">How many of the mails the mail server has taken.</param>
/// <param name="Failed">How many were given up.</param>
public sealed record CircularRow(Circular Circular, int Sent, int Failed)
{
    /// <summary>How many are still on their way.</summary>
    public int Waiting => Math.Max(0, Circular.Written - Sent - Failed);
}

/// <summary>Reads what was written to an event's registrants, and forgets the words when their time is over.</summary>
public sealed class CircularLog
{
    private readonly ISession _session;

    public CircularLog(ISession session) => _session = session;

    /// <summary>One page of an event's, the latest first.</summary>
    public async Task<Page<CircularRow>> ReadAsync(string eventId, int page, int pageSize)
    {
        var total = await Query(eventId).CountAsync();
        var circulars = await Query(eventId).OrderByDescending(index => index.SentUtc).Skip((page - 1) * pageSize).Take(pageSize).ListAsync();
        var states = await StatesAsync(eventId);
        return new([.. circulars.Select(circular => Row(circular, states))], page, pageSize, total);
    }

    /// <summary>One of an event's; <see langword="null"/> for one that it does not have.</summary>
    public async Task<CircularRow?> FindAsync(string eventId, long id) =>
        await _session.GetAsync<Circular>(id) is { } circular && circular.EventId == eventId ? Row(circular, await StatesAsync(eventId)) : null;

    /// <summary>All of an event's.</summary>
    public async Task<IReadOnlyList<Circular>> ListAsync(string eventId) => [.. await Query(eventId).ListAsync()];

    /// <summary>Forgets the words of an event's circulars, in the session's transaction.</summary>
    public Task EraseAsync(string eventId) => EraseAsync(eventId, _ => true);

    /// <summary>Forgets the words that name one person.</summary>
    public Task EraseAsync(Registration registration)
    {
        var person = new PersonTrace([registration.Name, registration.Email]);
        return EraseAsync(registration.EventId, circular => Names(circular, person));
    }

    /// <summary>Whether the words name somebody.</summary>
    public static bool Names(Circular circular, PersonTrace person) => circular.Words.Values.Any(words => person.IsIn(words.Subject) || person.IsIn(words.Text));

    private async Task EraseAsync(string eventId, Func<Circular, bool> which)
    {
        foreach (var circular in (await ListAsync(eventId)).Where(which))
        {
            circular.Erase();
            await _session.SaveAsync(circular);
        }
    }

    private IQuery<Circular, CircularIndex> Query(string eventId) => _session.Query<Circular, CircularIndex>(index => index.EventId == eventId);

    private static CircularRow Row(Circular circular, ILookup<string, StateRow> states)
    {
        int Count(OutboxStatus status) => states[circular.Key].Where(row => row.Status == status.ToString()).Sum(row => row.Count);
        return new(circular, Count(OutboxStatus.Sent), Count(OutboxStatus.Failed));
    }

    private async Task<ILookup<string, StateRow>> StatesAsync(string eventId)
    {
        var configuration = _session.Store.Configuration;
        var table = configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + nameof(OutboxIndex), null);
        var connection = await _session.CreateConnectionAsync();
        var rows = await connection.QueryAsync<StateRow>(
            $"""
            SELECT "Circular", "Status", COUNT(*) AS "Count" FROM {table}
            WHERE "EventId" = @eventId AND "Circular" IS NOT NULL GROUP BY "Circular", "Status"
            """,
            new { eventId },
            _session.CurrentTransaction);
        return rows.ToLookup(row => row.Circular);
    }

    private sealed class StateRow
    {
        public string Circular { get; set; } = "";

        public string Status { get; set; } = "";

        public int Count { get; set; }
    }
}
