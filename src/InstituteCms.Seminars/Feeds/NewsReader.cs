using InstituteCms.Events;
using InstituteCms.ForumReports;
using OrchardCore.ContentManagement;

namespace InstituteCms.Feeds;

/// <summary>One thing that was announced or reported.</summary>
/// <param name="Address">Absolute address of its page.</param>
/// <param name="Event">Its part, where it is an event.</param>
public sealed record NewsEntry(string Id, string Title, string Address, DateTime PublishedUtc, DateTime UpdatedUtc, string Description, EventPart? Event);

/// <summary>Reads what was announced and reported last, for every kind of feed.</summary>
public sealed class NewsReader
{
    private const int MaxEntries = 30;

    private readonly EventFinder _events;
    private readonly ReportFinder _reports;
    private readonly EventTexts _texts;
    private readonly SiteAddress _site;

    public NewsReader(EventFinder events, ReportFinder reports, EventTexts texts, SiteAddress site) => (_events, _reports, _texts, _site) = (events, reports, texts, site);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<NewsEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        var events = await _events.FindAnnouncedAsync(MaxEntries, cancellationToken);
        var reports = await _reports.FindAsync(1, MaxEntries, cancellationToken);
        return [.. events.Concat(reports.Entries).OrderByDescending(item => item.PublishedUtc).Take(MaxEntries).Select(ToEntry)];
    }

    private NewsEntry ToEntry(ContentItem item)
    {
        var publishedUtc = Utc(item.PublishedUtc ?? item.CreatedUtc);
        return new(
            item.ContentItemId,
            item.DisplayText,
            _site.Absolute(ContentAddress.AddressOf(item)),
            publishedUtc,
            Utc(item.ModifiedUtc ?? publishedUtc),
            Description(item),
            item.TryGet<EventPart>(out var part) ? part : null);
    }

    private string Description(ContentItem item)
    {
        if (item.TryGet<ForumReportPart>(out var report))
        {
            return report.Summary ?? PlainText.Of(report.Body, 300);
        }

        var part = item.GetOrCreate<EventPart>();
        return string.Join(" · ", new[] { _texts.Day(part), _texts.Time(part), _texts.Place(part), PlainText.Of(part.Abstract, 300) }.Where(line => line.Length > 0));
    }

    private static DateTime Utc(DateTime? utc) => DateTime.SpecifyKind(utc ?? DateTime.UnixEpoch, DateTimeKind.Utc);
}
