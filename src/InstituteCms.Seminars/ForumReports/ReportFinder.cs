using OrchardCore.ContentManagement;
using YesSql;
using YesSql.Services;

namespace InstituteCms.ForumReports;

/// <summary>Looks published reports up.</summary>
public sealed class ReportFinder
{
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

    /// <summary>A page of reports, the latest first.</summary>
    /// <param name="number">1 is the first page.</param>
    public async Task<Page<ContentItem>> FindAsync(int number, int size, CancellationToken cancellationToken = default)
    {
        var total = await _session.Query<ContentItem, ForumReportPartIndex>(x => x.Published).CountAsync(cancellationToken);
        var items = await _session.Query<ContentItem, ForumReportPartIndex>(x => x.Published)
            .OrderByDescending(x => x.PublishedUtc)
            .Skip((number - 1) * size)
            .Take(size)
            .ListAsync(cancellationToken);
        return new([.. items], number, size, total);
    }

    /// <summary>Whether a report other than <paramref name="reportId"/>, draft or published, is about the event.</summary>
    public async Task<bool> HasAnotherAsync(string eventId, string? reportId, CancellationToken cancellationToken = default) =>
        await _session
            .QueryIndex<ForumReportPartIndex>(x => x.EventId == eventId && x.Latest && x.ContentItemId != reportId)
            .CountAsync(cancellationToken) > 0;
}
