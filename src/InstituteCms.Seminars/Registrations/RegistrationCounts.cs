using Dapper;

namespace InstituteCms.Registrations;

/// <summary>Counts an event's registrations in the database.</summary>
public sealed class RegistrationCounts
{
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

    /// <summary>The waiting list as far as it decides who moves up: the first in line of each size and kind of party, in the order of the line.</summary>
    public async Task<IReadOnlyList<WaitingParty>> WaitingKindsAsync(string eventId, CancellationToken cancellationToken = default)
    {
        var rows = await QueryAsync<PartyRow>(
            $"""
            SELECT "Seats", "Invited", MIN("Line") AS "Line" FROM {Table}
            WHERE "EventId" = @eventId AND "Status" = '{nameof(RegistrationStatus.Waitlisted)}' GROUP BY "Seats", "Invited" ORDER BY MIN("Line")
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
                SELECT "DocumentId", ROW_NUMBER() OVER (ORDER BY "Line") AS "Place" FROM {Table}
                WHERE "EventId" = @eventId AND "Status" = '{nameof(RegistrationStatus.Waitlisted)}') line
            WHERE "DocumentId" IN ({string.Join(", ", waiting)})
            """,
            eventId,
            cancellationToken);
        return rows.ToDictionary(row => row.DocumentId, row => row.Place);
    }

    private async Task<IEnumerable<T>> QueryAsync<T>(string sql, string eventId, CancellationToken cancellationToken)
    {
        var connection = await _session.CreateConnectionAsync(cancellationToken);
        return await connection.QueryAsync<T>(new CommandDefinition(sql, new { eventId }, _session.CurrentTransaction, cancellationToken: cancellationToken));
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

    private sealed class PartyRow
    {
        public int Seats { get; set; }

        public bool Invited { get; set; }

        public long Line { get; set; }
    }
}
