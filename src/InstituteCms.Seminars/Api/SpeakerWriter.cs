using InstituteCms.Events;
using InstituteCms.Speakers;
using OrchardCore.ContentManagement;

namespace InstituteCms.Api;

/// <summary>Says of speakers what their pages say.</summary>
public sealed class SpeakerWriter
{
    private readonly EventFinder _events;
    private readonly EventWriter _writer;
    private readonly SiteAddress _site;

    public SpeakerWriter(EventFinder events, EventWriter writer, SiteAddress site) => (_events, _writer, _site) = (events, writer, site);

    public SpeakerSummary Summary(ContentItem item)
    {
        var part = item.GetOrCreate<SpeakerPart>();
        return new()
        {
            Id = item.ContentItemId,
            Name = item.DisplayText,
            NativeName = ResourceText.Of(part.NativeName),
            Honorific = ResourceText.Of(part.Honorific),
            Position = ResourceText.Of(part.Position),
            Organization = ResourceText.Of(part.Organization),
            Photo = PhotoOf(part.Photo.Path, part.Photo.AltText, null, _site),
            Url = _site.Absolute(ContentAddress.AddressOf(item)),
        };
    }

    public async Task<SpeakerResource> WholeAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var (brief, part) = (Summary(item), item.GetOrCreate<SpeakerPart>());
        return new()
        {
            Id = brief.Id,
            Name = brief.Name,
            NativeName = brief.NativeName,
            Honorific = brief.Honorific,
            Position = brief.Position,
            Organization = brief.Organization,
            Photo = brief.Photo,
            Url = brief.Url,
            BiographyHtml = ResourceText.Of(part.Biography),
            Links = ResourceText.Links(part.Links),
            Appearances = await _writer.SummariesAsync(await _events.FindAppearancesAsync(item.ContentItemId, cancellationToken), cancellationToken),
        };
    }

    internal static PhotoResource? PhotoOf(string? path, string? altText, string? caption, SiteAddress site) => ResourceText.Of(path) is { } known
        ? new() { Url = site.Absolute(PhotoAddress.Of(known)), AltText = altText ?? "", Caption = ResourceText.Of(caption) }
        : null;
}
