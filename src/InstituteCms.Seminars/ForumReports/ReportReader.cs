using InstituteCms.Events;
using OrchardCore.ContentManagement;

namespace InstituteCms.ForumReports;

/// <summary>Brings reports and their events together, with one query for all of them.</summary>
public sealed class ReportReader
{
    private readonly EventFinder _events;

    public ReportReader(EventFinder events) => _events = events;

    /// <summary>An entry for each, in the same order.</summary>
    public async Task<IReadOnlyList<ReportEntry>> ReadAsync(IReadOnlyList<ContentItem> reports, CancellationToken cancellationToken = default)
    {
        var ids = reports.Select(EventOf).OfType<string>().Distinct().ToList();
        var events = (await _events.FindAsync(ids, cancellationToken)).DistinctBy(e => e.ContentItemId).ToDictionary(e => e.ContentItemId);
        return [.. reports.Select(report => new ReportEntry(report, report.GetOrCreate<ForumReportPart>(), events.GetValueOrDefault(EventOf(report) ?? "")))];
    }

    private static string? EventOf(ContentItem report) => report.GetOrCreate<ForumReportPart>().EventId;
}
