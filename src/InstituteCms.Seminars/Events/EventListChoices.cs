using Dapper;

namespace InstituteCms.Events;

/// <summary>What there is to choose from among all events, drafts too: one statement, answered from an index of the database.</summary>
public sealed class EventListChoices
{
    private readonly ISession _session;

    public EventListChoices(ISession session) => _session = session;

    public async Task<EventChoices> ReadAsync()
    {
        var configuration = _session.Store.Configuration;
        var table = configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + nameof(EventPartIndex), null);
        var connection = await _session.CreateConnectionAsync();
        var rows = (await connection.QueryAsync<Row>(
            $"""SELECT DISTINCT "Year", "Series", "Languages" FROM {table} WHERE "Latest" = @latest""", new { latest = true }, _session.CurrentTransaction)).ToList();
        return new(
            [.. rows.Select(row => row.Year).Where(year => year > 0).Distinct().OrderDescending()],
            [.. rows.Select(row => row.Series).OfType<string>().Where(series => series.Length > 0).Distinct().Order()],
            [.. rows.SelectMany(row => row.Languages.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order()]);
    }

    private sealed class Row
    {
        public int Year { get; set; }

        public string? Series { get; set; }

        public string Languages { get; set; } = "";
    }
}
