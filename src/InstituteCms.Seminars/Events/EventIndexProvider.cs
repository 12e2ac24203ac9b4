using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace InstituteCms.Events;

/// <summary>Keeps the index tables of events.</summary>
public sealed class EventIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<EventPartIndex>().When(IsShown).Map(item => ToRow(item, item.GetOrCreate<EventPart>()));
        context.For<AppearanceIndex>().When(IsShown).Map(item => ToAppearances(item, item.GetOrCreate<EventPart>()));
    }

    private static bool IsShown(ContentItem item) => (item.Published || item.Latest) && item.Has<EventPart>();

    private static EventPartIndex ToRow(ContentItem item, EventPart part) => new()
    {
        ContentItemId = item.ContentItemId,
        StartUtc = part.StartUtc ?? EventPartIndex.NotFixed,
        EndUtc = part.EndUtc ?? part.StartUtc ?? EventPartIndex.NotFixed,
        Year = part.StartUtc is { } start && EventTimes.IsKnownZone(part.TimeZoneId) ? EventTimes.ToLocal(start, part.TimeZoneId).Year : part.StartUtc?.Year ?? 0,
        Series = part.Series,
        Languages = part.Languages.Count == 0 ? "" : $",{string.Join(',', part.Languages)},",
        Status = part.Status.ToString(),
        SearchText = SearchWords.TextOf(
            [item.DisplayText, part.Subtitle, part.Subject, part.Series, part.Venue.Name, part.Venue.Address, part.Chair.Name,
                .. part.Speakers.SelectMany(s => new[] { s.Name, s.TalkTitle, s.Affiliation })]),
        Published = item.Published,
        Latest = item.Latest,
    };

    private static IEnumerable<AppearanceIndex> ToAppearances(ContentItem item, EventPart part) => part.Speakers
        .Select(speaker => speaker.SpeakerId)
        .OfType<string>()
        .Where(id => id.Length > 0)
        .Distinct()
        .Select(id => new AppearanceIndex
        {
            ContentItemId = item.ContentItemId,
            SpeakerId = id,
            StartUtc = part.StartUtc ?? EventPartIndex.NotFixed,
            Published = item.Published,
            Latest = item.Latest,
        });
}
