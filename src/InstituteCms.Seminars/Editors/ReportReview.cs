using System.Diagnostics;
using InstituteCms.Events;
using InstituteCms.ForumReports;
using InstituteCms.Speakers;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Settings;

namespace InstituteCms.Editors;

/// <summary>How a report will be cited, how long it is, and what its editor should look at.</summary>
public sealed record ReportReviewed(string Citation, int Length, IReadOnlyList<QualityLine> Lines);

/// <summary>Looks a report over.</summary>
public sealed class ReportReview
{
    private readonly IContentManager _contents;
    private readonly EventReader _events;
    private readonly CitationTexts _citations;
    private readonly ISiteService _site;
    private readonly IStringLocalizer S;

    public ReportReview(IContentManager contents, EventReader events, CitationTexts citations, ISiteService site, IStringLocalizer<ReportReview> localizer)
    {
        _contents = contents;
        _events = events;
        _citations = citations;
        _site = site;
        S = localizer;
    }

    public async Task<ReportReviewed> ReadAsync(ContentItem report, CancellationToken cancellationToken = default)
    {
        var part = report.GetOrCreate<ForumReportPart>();
        var held = await ReadEventAsync(part.EventId, cancellationToken);
        var length = TextLength.Of(PlainText.Of(part.Body));
        var publisher = (await _site.GetSiteSettingsAsync()).SiteName ?? "";
        var citation = _citations.For(new() { Item = report, Part = part, Event = held }, publisher);
        var facts = new ReportFacts(
            length,
            HasSummary: !string.IsNullOrWhiteSpace(part.Summary),
            part.Authors.Count,
            held?.Speakers.Values.Select(page => TextLength.Of(PlainText.Of(page.GetOrCreate<SpeakerPart>().Biography))).DefaultIfEmpty().Max() ?? 0,
            [.. part.Photos.Index().Where(photo => !string.IsNullOrWhiteSpace(photo.Item.Path) && string.IsNullOrWhiteSpace(photo.Item.AltText)).Select(photo => photo.Index)],
            RichText.HasPictureWithoutAltText(part.Body));
        return new(citation, length, [.. ReportQuality.Review(facts).Select(found => Line(found.Note, found.Index))]);
    }

    private async Task<EventDetails?> ReadEventAsync(string? eventId, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(eventId) && await _contents.GetAsync(eventId, VersionOptions.Latest) is { } found ? await _events.ReadAsync(found, cancellationToken) : null;

    private QualityLine Line(ReportNote note, int index) => note switch
    {
        ReportNote.NoText => new(S["The report has no text yet."], "ForumReportPart_Body"),
        ReportNote.NoSummary => new(S["A summary leads the page and stands in lists."], "ForumReportPart_Summary"),
        ReportNote.NoAuthor => new(S["Nobody is named as the author: the citation names the site."], "ForumReportPart_Authors"),
        ReportNote.BiographyLongerThanReport => new(S["A speaker's biography is longer than the report."], "ForumReportPart_Body"),
        ReportNote.PictureWithoutAltText => new(S["Say what the pictures in the text show, for those who do not see them."], "ForumReportPart_Body"),
        ReportNote.PhotoWithoutAltText => new(S["Say what the photo shows, for those who do not see it."], $"ForumReportPart_Photos_{index}__AltText", IsError: true),
        _ => throw new UnreachableException(),
    };
}
