using InstituteCms.Events;
using InstituteCms.ForumReports;
using OrchardCore.ContentManagement;

namespace InstituteCms.Api;

/// <summary>Says of reports what their pages say.</summary>
public sealed class ReportWriter
{
    private readonly EventFinder _events;
    private readonly EventWriter _writer;
    private readonly SiteAddress _site;

    public ReportWriter(EventFinder events, EventWriter writer, SiteAddress site) => (_events, _writer, _site) = (events, writer, site);

    public ReportSummary Summary(ContentItem item)
    {
        var part = item.GetOrCreate<ForumReportPart>();
        return new()
        {
            Id = item.ContentItemId,
            Title = item.DisplayText,
            EventId = ResourceText.Of(part.EventId),
            Summary = ResourceText.Of(part.Summary),
            Authors = [.. part.Authors],
            Published = ResourceText.Instant(item.PublishedUtc),
            Url = _site.Absolute(ContentAddress.AddressOf(item)),
        };
    }

    public async Task<ReportResource> WholeAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var (brief, part) = (Summary(item), item.GetOrCreate<ForumReportPart>());
        var held = part.EventId is { } eventId ? await _events.FindAsync(eventId, cancellationToken) : null;
        return new()
        {
            Id = brief.Id,
            Title = brief.Title,
            EventId = brief.EventId,
            Summary = brief.Summary,
            Authors = brief.Authors,
            Published = brief.Published,
            Url = brief.Url,
            Event = held is null ? null : (await _writer.SummariesAsync([held], cancellationToken))[0],
            Chair = ResourceText.Chair(part.Chair),
            Attendance = part.Attendance,
            BodyHtml = ResourceText.Of(part.Body),
            Photos = [.. part.Photos.Select(photo => SpeakerWriter.PhotoOf(photo.Path, photo.AltText, photo.Caption, _site)).OfType<PhotoResource>()],
            Acknowledgement = ResourceText.Of(part.Acknowledgement),
        };
    }
}
