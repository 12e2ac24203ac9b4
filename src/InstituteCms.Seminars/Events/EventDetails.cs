using OrchardCore.ContentManagement;

namespace InstituteCms.Events;

/// <summary>An event with all that pages and feeds say about it.</summary>
/// <param name="Item">The event.</param>
/// <param name="Part">Its part.</param>
/// <param name="Facts">What its availability follows from.</param>
/// <param name="Availability">Whether one can register now.</param>
/// <param name="Speakers">Those of its speakers who have a page, by content item id.</param>
/// <param name="Report">The published report, if there is one.</param>
public sealed record EventDetails(
    ContentItem Item,
    EventPart Part,
    AvailabilityFacts Facts,
    EventAvailability Availability,
    IReadOnlyDictionary<string, ContentItem> Speakers,
    ContentItem? Report)
{
    public string Title => Item.DisplayText;

    public string Address => ContentAddress.AddressOf(Item);

    public bool IsOver => Availability is EventAvailability.Ended;

    public bool IsCancelled => Part.Status == EventStatus.Cancelled;

    public ContentItem? PageOf(EventSpeaker speaker) => speaker.SpeakerId is { } id ? Speakers.GetValueOrDefault(id) : null;
}
