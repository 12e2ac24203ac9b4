using InstituteCms.ForumReports;
using InstituteCms.Speakers;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Events;

/// <summary>Gathers what pages say about events, with as many queries for a hundred as for one.</summary>
public sealed class EventReader
{
    private readonly AvailabilityReader _availability;
    private readonly SpeakerFinder _speakers;
    private readonly ReportFinder _reports;
    private readonly IClock _clock;

    public EventReader(AvailabilityReader availability, SpeakerFinder speakers, ReportFinder reports, IClock clock)
    {
        _availability = availability;
        _speakers = speakers;
        _reports = reports;
        _clock = clock;
    }

    public async Task<EventDetails> ReadAsync(ContentItem item, CancellationToken cancellationToken = default) =>
        (await ReadAsync([item], cancellationToken))[0];

    /// <summary>The details of each, in the same order.</summary>
    public async Task<IReadOnlyList<EventDetails>> ReadAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellationToken = default)
    {
        var nowUtc = _clock.UtcNow;
        var facts = await _availability.ReadAsync(items, cancellationToken);
        var reports = await _reports.FindByEventsAsync([.. items.Select(item => item.ContentItemId)], cancellationToken);
        var speakers = await _speakers.FindAsync(SpeakersOf(items), cancellationToken);
        return [.. items.Select(item => Details(item, facts[item.ContentItemId]))];

        EventDetails Details(ContentItem item, AvailabilityFacts known) => new(
            item,
            item.GetOrCreate<EventPart>(),
            known,
            EventAvailability.At(known, nowUtc),
            speakers,
            reports.GetValueOrDefault(item.ContentItemId));
    }

    private static IReadOnlyCollection<string> SpeakersOf(IEnumerable<ContentItem> items) =>
        items.SelectMany(item => item.GetOrCreate<EventPart>().Speakers).SpeakerIds();
}
