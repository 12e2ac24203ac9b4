using InstituteCms.Events;
using OrchardCore.ContentManagement;
using YesSql;
using YesSql.Services;

namespace InstituteCms.ForumReports;

/// <summary>Looks published reports up.</summary>
public sealed class ReportFinder
{
    private const int EventsLookedAt = 40;

    private readonly ISession _session;

    public ReportFinder(ISession session) => _session = session;

    /// <summary>The report of each event that has one, by content item id of the event.</summary>
    public async Task<IReadOnlyDictionary<string, ContentItem>> FindByEventsAsync(IReadOnlyCollection<string> eventIds, CancellationToken cancellationToken = default)
    {
        if (eventIds.Count == 0)
        {
            return new Dictionary<string, ContentItem>();
        }

        var items = await _session
            .Query<ContentItem, ForumReportPartIndex>(x => x.Published && x.EventId.IsIn(eventIds))
            .ListAsync(cancellationToken);
        return items.DistinctBy(EventOf).ToDictionary(EventOf);

        static string EventOf(ContentItem item) => item.GetOrCreate<ForumReportPart>().EventId ?? "";
    }

    /// <summary>Events of the last year that were held and have no report, not even a draft, the latest first; only the last <see cref="EventsLookedAt"/> events are looked at.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindEventsWithoutAsync(DateTime nowUtc, CancellationToken cancellationToken = default)
    {
        string[] held = [nameof(EventStatus.Scheduled), nameof(EventStatus.MovedOnline)];
        var since = nowUtc.AddYears(-1);
        var events = (await _session
            .Query<ContentItem, EventPartIndex>(x => x.Published && x.EndUtc <= nowUtc && x.EndUtc > since && x.Status.IsIn(held))
            .OrderByDescending(x => x.EndUtc)
            .NoDuplicates()
            .Take(EventsLookedAt)
            .ListAsync(cancellationToken)).ToList();
        var ids = events.Select(item => item.ContentItemId).ToList();
        var reports = await _session.QueryIndex<ForumReportPartIndex>(x => x.Latest && x.EventId.IsIn(ids)).ListAsync(cancellationToken);
        var reported = reports.Select(report => report.EventId).ToHashSet();
        return [.. events.Where(item => !reported.Contains(item.ContentItemId))];
    }

    /// <summary>A page of reports, the latest first.</summary>
    /// <param name="number">1 is the first page.</param>
    public async Task<Page<ContentItem>> FindAsync(int number, int size, CancellationToken cancellationToken = default)
    {
        var total = await _session.Query<ContentItem, ForumReportPartIndex>(x => x.Published).CountAsync(cancellationToken);
        var items = await _session.Query<ContentItem, ForumReportPartIndex>(x => x.Published)
            .OrderByDescending(x => x.PublishedUtc)
            .NoDuplicates()
            .Skip((number - 1) * size)
            .Take(size)
            .ListAsync(cancellationToken);
        return new([.. items], number, size, total);
    }

    /// <summary>The content item id of the report, draft or published, about the event; <see langword="null"/> where there is none.</summary>
    public async Task<string?> FindIdAsync(string eventId, CancellationToken cancellationToken = default) =>
        (await _session.QueryIndex<ForumReportPartIndex>(x => x.EventId == eventId && x.Latest).FirstOrDefaultAsync(cancellationToken))?.ContentItemId;

    public async Task<ContentItem?> FindAsync(string reportId, CancellationToken cancellationToken = default) =>
        await _session.Query<ContentItem, ForumReportPartIndex>(x => x.Published && x.ContentItemId == reportId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Some reports, the latest first, from a place in the list on.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindFromAsync(int skip, int size, CancellationToken cancellationToken = default)
    {
        var query = _session.Query<ContentItem, ForumReportPartIndex>(x => x.Published).OrderByDescending(x => x.PublishedUtc).ThenBy(x => x.ContentItemId);
        query.NoDuplicates();
        return [.. await query.Skip(skip).Take(size).ListAsync(cancellationToken)];
    }

    /// <summary>Whether a report other than <paramref name="reportId"/>, draft or published, is about the event.</summary>
    public async Task<bool> HasAnotherAsync(string eventId, string? reportId, CancellationToken cancellationToken = default) =>
        await _session
            .QueryIndex<ForumReportPartIndex>(x => x.EventId == eventId && x.Latest && x.ContentItemId != reportId)
            .CountAsync(cancellationToken) > 0;
}
