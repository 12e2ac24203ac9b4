using Dapper;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Registrations;

/// <summary>Counts an event's registrations in the database.</summary>
public sealed class RegistrationCounts
{
    private static readonly string[] _over = [nameof(RegistrationStatus.Cancelled), nameof(RegistrationStatus.Rejected)];

    private readonly ISession _session;

    public RegistrationCounts(ISession session) => _session = session;

    private string Table
    {
        get
        {
            var configuration = _session.Store.Configuration;
            return configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + nameof(RegistrationIndex), null);
        }
    }

    /// <summary>How many registrations stand where; none where a status is missing.</summary>
    public async Task<IReadOnlyDictionary<RegistrationStatus, int>> ByStatusAsync(string eventId, CancellationToken cancellationToken = default)
    {
        var rows = await QueryAsync<StatusRow>($"""SELECT "Status", COUNT(*) AS "Count" FROM {Table} WHERE "EventId" = @eventId GROUP BY "Status" """, eventId, cancellationToken);
        return rows.ToDictionary(row => Enum.Parse<RegistrationStatus>(row.Status), row => row.Count);
    }

    /// <summary>The waiting list for one way of taking part, as far as it decides who moves up: the first in line of each size and kind of party, in the order of the line.</summary>
    public async Task<IReadOnlyList<WaitingParty>> WaitingKindsAsync(string eventId, AttendanceMode mode, CancellationToken cancellationToken = default)
    {
        var rows = await QueryAsync<PartyRow>(
            $"""
            SELECT "Seats", "Invited", MIN("Line") AS "Line" FROM {Table}
            WHERE "EventId" = @eventId AND "Mode" = '{mode}' AND "Status" = '{nameof(RegistrationStatus.Waitlisted)}' GROUP BY "Seats", "Invited" ORDER BY MIN("Line")
            """,
            eventId,
            cancellationToken);
        return [.. rows.Select(row => new WaitingParty(row.Line, row.Seats, row.Invited))];
    }

    /// <summary>Places on the waiting list, 1 for the next, by document id; nothing for those who are not on it.</summary>
    public async Task<IReadOnlyDictionary<long, int>> PlacesAsync(string eventId, IEnumerable<Registration> registrations, CancellationToken cancellationToken = default)
    {
        var waiting = registrations.Where(registration => registration.Status == RegistrationStatus.Waitlisted).Select(registration => registration.Id).ToList();
        if (waiting.Count == 0)
        {
            return new Dictionary<long, int>();
        }

        var rows = await QueryAsync<PlaceRow>(
            $"""
            SELECT "DocumentId", "Place" FROM (
                SELECT "DocumentId", ROW_NUMBER() OVER (PARTITION BY "Mode" ORDER BY "Line") AS "Place" FROM {Table}
                WHERE "EventId" = @eventId AND "Status" = '{nameof(RegistrationStatus.Waitlisted)}') line
            WHERE "DocumentId" IN ({string.Join(", ", waiting)})
            """,
            eventId,
            cancellationToken);
        return rows.ToDictionary(row => row.DocumentId, row => row.Place);
    }

    /// <summary>All who wait for one way of taking part, the first in line first.</summary>
    public async Task<IReadOnlyList<RegistrationState>> LineAsync(string eventId, AttendanceMode mode, CancellationToken cancellationToken = default)
    {
        var rows = await QueryAsync<PartyRow>(
            $"""
            SELECT "DocumentId", "Seats", "Invited" FROM {Table}
            WHERE "EventId" = @eventId AND "Mode" = '{mode}' AND "Status" = '{nameof(RegistrationStatus.Waitlisted)}' ORDER BY "Line"
            """,
            eventId,
            cancellationToken);
        return [.. rows.Select(row => new RegistrationState(row.DocumentId, RegistrationStatus.Waitlisted, row.Seats, row.Invited))];
    }

    /// <summary>When the first and the last person registered; <see langword="null"/> when nobody has.</summary>
    public async Task<(DateTime FirstUtc, DateTime LastUtc)?> SpanAsync(string eventId, CancellationToken cancellationToken = default)
    {
        var first = await EdgeAsync(eventId, descending: false, cancellationToken);
        var last = await EdgeAsync(eventId, descending: true, cancellationToken);
        return first is null || last is null ? null : (first.CreatedUtc, last.CreatedUtc);
    }

    /// <summary>How many registrations stand, in whatever way.</summary>
    public Task<int> StandingAsync(string eventId, CancellationToken cancellationToken = default) =>
        _session.QueryIndex<RegistrationIndex>(row => row.EventId == eventId && row.Status.IsNotIn(_over) && !row.Erased).CountAsync(cancellationToken);

    /// <summary>The most frequent affiliations of those who stand, however they are typed.</summary>
    public async Task<IReadOnlyList<AffiliationCount>> ByAffiliationAsync(string eventId, int most, CancellationToken cancellationToken = default)
    {
        var rows = (await QueryAsync<AffiliationRow>(
            $"""
            SELECT MIN("DocumentId") AS "DocumentId", COUNT(*) AS "Count" FROM {Table}
            WHERE "EventId" = @eventId AND "Erased" = @no AND "Status" NOT IN ('{_over[0]}', '{_over[1]}')
            GROUP BY "AffiliationKey" ORDER BY COUNT(*) DESC, MIN("DocumentId") LIMIT {most}
            """,
            eventId,
            cancellationToken)).ToList();
        var firsts = (await _session.GetAsync<Registration>([.. rows.Select(row => row.DocumentId)], cancellationToken: cancellationToken)).ToDictionary(registration => registration.Id);
        return [.. rows.Select(row => new AffiliationCount(firsts.GetValueOrDefault(row.DocumentId)?.Affiliation ?? "", row.Count))];
    }

    private Task<RegistrationIndex?> EdgeAsync(string eventId, bool descending, CancellationToken cancellationToken)
    {
        var query = _session.QueryIndex<RegistrationIndex>(row => row.EventId == eventId);
        return (descending ? query.OrderByDescending(row => row.CreatedUtc) : query.OrderBy(row => row.CreatedUtc)).FirstOrDefaultAsync(cancellationToken)!;
    }

    private async Task<IEnumerable<T>> QueryAsync<T>(string sql, string eventId, CancellationToken cancellationToken)
    {
        var connection = await _session.CreateConnectionAsync(cancellationToken);
        return await connection.QueryAsync<T>(new CommandDefinition(sql, new { eventId, no = false }, _session.CurrentTransaction, cancellationToken: cancellationToken));
    }

    private sealed class StatusRow
    {
        public string Status { get; set; } = "";

        public int Count { get; set; }
    }

    private sealed class PlaceRow
    {
        public long DocumentId { get; set; }

        public int Place { get; set; }
    }

    private sealed class AffiliationRow
    {
        public long DocumentId { get; set; }

        public int Count { get; set; }
    }

    private sealed class PartyRow
    {
        public long DocumentId { get; set; }

        public int Seats { get; set; }

        public bool Invited { get; set; }

        public long Line { get; set; }
    }
}
