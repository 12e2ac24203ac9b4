using Dapper;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Registrations made in one week, those cancelled later included.</summary>
public sealed record WeekCount(DateTime StartUtc, int Registrations);

/// <summary>Counts the registrations of the last weeks where they are kept, in one statement.</summary>
public sealed class RegistrationTrend
{
    private readonly ISession _session;
    private readonly IClock _clock;

    public RegistrationTrend(ISession session, IClock clock)
    {
        _session = session;
        _clock = clock;
    }

    /// <summary>The weeks, the oldest first; the running one comes last.</summary>
    public Task<IReadOnlyList<WeekCount>> ReadAsync(int weeks) => ReadAsync(Weeks.LastUtc(weeks, _clock.UtcNow), eventId: null);

    /// <summary>How many registered in each of these stretches of time; the last one is open.</summary>
    /// <param name="starts">First instants, UTC, the oldest first.</param>
    /// <param name="eventId">Content item id of the event, or all events.</param>
    public async Task<IReadOnlyList<WeekCount>> ReadAsync(IReadOnlyList<DateTime> starts, string? eventId)
    {
        var sums = starts.Select((_, week) => week + 1 < starts.Count
            ? $"""COUNT(CASE WHEN "CreatedUtc" >= @start{week} AND "CreatedUtc" < @start{week + 1} THEN 1 END) AS "{week}" """
            : $"""COUNT(CASE WHEN "CreatedUtc" >= @start{week} THEN 1 END) AS "{week}" """);
        var parameters = new DynamicParameters();
        foreach (var (week, start) in starts.Index())
        {
            parameters.Add($"start{week}", start);
        }

        parameters.Add("eventId", eventId);
        var ofEvent = eventId is null ? "" : """ AND "EventId" = @eventId""";
        var connection = await _session.CreateConnectionAsync();
        var row = (IDictionary<string, object>)await connection.QuerySingleAsync(
            $"""SELECT {string.Join(", ", sums)} FROM {Table} WHERE "CreatedUtc" >= @start0{ofEvent}""", parameters, _session.CurrentTransaction);
        return [.. starts.Select((start, week) => new WeekCount(start, Convert.ToInt32(row[$"{week}"], null)))];
    }

    private string Table
    {
        get
        {
            var configuration = _session.Store.Configuration;
            return configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + nameof(RegistrationIndex), null);
        }
    }
}
