using System.Diagnostics;
using InstituteCms.Events;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Api;

/// <summary>Says of events what their pages say.</summary>
public sealed class EventWriter
{
    private readonly EventReader _reader;
    private readonly EventTexts _texts;
    private readonly AvailabilityTexts _availability;
    private readonly SiteAddress _site;
    private readonly AvailabilityReader _facts;
    private readonly IClock _clock;

    public EventWriter(EventReader reader, EventTexts texts, AvailabilityTexts availability, SiteAddress site, AvailabilityReader facts, IClock clock) =>
        (_reader, _texts, _availability, _site, _facts, _clock) = (reader, texts, availability, site, facts, clock);

    public async Task<IReadOnlyList<EventSummary>> SummariesAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellationToken) =>
        [.. (await _reader.ReadAsync(items, cancellationToken)).Select(details => Fill(details))];

    public async Task<EventResource> WholeAsync(ContentItem item, CancellationToken cancellationToken) => Whole(await _reader.ReadAsync(item, cancellationToken));

    /// <summary>Of an event alone whether one can register: with no more queries than that needs.</summary>
    public async Task<AvailabilityResource> AvailabilityAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var facts = await _facts.ReadAsync(item, cancellationToken);
        var part = item.GetOrCreate<EventPart>();
        var availability = EventAvailability.At(facts, _clock.UtcNow);
        return Availability(availability, facts, part, _availability.For(availability, facts, part).Sentence, ContentAddress.AddressOf(item));
    }

    private EventSummary Fill(EventDetails details) => new()
    {
        Id = details.Item.ContentItemId,
        Title = details.Title,
        Subtitle = Text(details.Part.Subtitle),
        Series = Text(details.Part.Series),
        Start = Moment(details.Part.StartUtc, details.Part),
        End = Moment(details.Part.EndUtc, details.Part),
        TimeZone = details.Part.TimeZoneId,
        Mode = ModeOf(details.Part),
        Status = StatusOf(details.Part.Status),
        Place = _texts.Place(details.Part),
        Languages = [.. details.Part.Languages],
        Hosts = [.. details.Part.Organizers.Where(host => Text(host.Name) is not null).Select(host => new HostResource { Name = host.Name!, Url = Text(host.Url) })],
        Speakers = [.. details.Part.Speakers.Select(speaker => Speaker(speaker, details))],
        Availability = Availability(details.Availability, details.Facts, details.Part, _availability.For(details).Sentence, details.Address),
        Report = details.Report is { } report
            ? new() { Id = report.ContentItemId, Title = report.DisplayText, Url = _site.Absolute(ContentAddress.AddressOf(report)) }
            : null,
        Url = _site.Absolute(details.Address),
    };

    private EventResource Whole(EventDetails details)
    {
        var (brief, part) = (Fill(details), details.Part);
        return new()
        {
            Id = brief.Id,
            Title = brief.Title,
            Subtitle = brief.Subtitle,
            Series = brief.Series,
            Start = brief.Start,
            End = brief.End,
            TimeZone = brief.TimeZone,
            Mode = brief.Mode,
            Status = brief.Status,
            Place = brief.Place,
            Languages = brief.Languages,
            Hosts = brief.Hosts,
            Speakers = brief.Speakers,
            Availability = brief.Availability,
            Report = brief.Report,
            Url = brief.Url,
            Venue = part.IsOnlineOnly() ? null : new() { Name = Text(part.Venue.Name), Address = Text(part.Venue.Address), MapUrl = Text(part.Venue.MapUrl) },
            Subject = Text(part.Subject),
            Chair = ResourceText.Chair(part.Chair),
            AbstractHtml = Text(part.Abstract),
            Materials = ResourceText.Links(part.Materials),
            NoticesHtml = Text(part.Notices),
            Acknowledgement = Text(part.Acknowledgement),
            CalendarUrl = _site.Absolute(details.Address + ".ics"),
            Published = ResourceText.Instant(details.Item.PublishedUtc),
            Modified = ResourceText.Instant(details.Item.ModifiedUtc),
        };
    }

    private EventSpeakerResource Speaker(EventSpeaker speaker, EventDetails details)
    {
        var page = details.PageOf(speaker);
        return new()
        {
            Id = page?.ContentItemId,
            Name = speaker.Name ?? "",
            Role = Text(_texts.Role(speaker.Role)),
            TalkTitle = Text(speaker.TalkTitle),
            Title = Text(speaker.Title),
            Affiliation = Text(speaker.Affiliation),
            Url = page is null ? null : _site.Absolute(ContentAddress.AddressOf(page)),
        };
    }

    private AvailabilityResource Availability(EventAvailability availability, AvailabilityFacts facts, EventPart part, string sentence, string address) => new()
    {
        State = StateOf(availability),
        Sentence = sentence,
        Capacity = facts.RegistrationEnabled ? facts.Capacity : null,
        Remaining = facts.RegistrationEnabled ? facts.RemainingSeats : null,
        Opens = facts.RegistrationEnabled ? Moment(facts.OpensUtc, part) : null,
        Closes = facts.RegistrationEnabled ? Moment(facts.ClosesUtc ?? facts.StartUtc, part) : null,
        RegisterUrl = availability is EventAvailability.Open or EventAvailability.Waitlist ? _site.Absolute(address + "/register") : null,
    };

    internal static ApiEventMode ModeOf(EventPart part) =>
        part.IsOnlineOnly() ? ApiEventMode.Online : part.Format == EventFormat.Hybrid ? ApiEventMode.Hybrid : ApiEventMode.InPerson;

    private static ApiEventStatus StatusOf(EventStatus status) => status switch
    {
        EventStatus.Cancelled => ApiEventStatus.Cancelled,
        EventStatus.Postponed => ApiEventStatus.Postponed,
        EventStatus.MovedOnline => ApiEventStatus.MovedOnline,
        _ => ApiEventStatus.Scheduled,
    };

    private static ApiAvailabilityState StateOf(EventAvailability availability) => availability switch
    {
        EventAvailability.NotOffered => ApiAvailabilityState.NotOffered,
        EventAvailability.NotYetOpen => ApiAvailabilityState.NotYetOpen,
        EventAvailability.Open => ApiAvailabilityState.Open,
        EventAvailability.Waitlist => ApiAvailabilityState.Waitlist,
        EventAvailability.ByInvitation => ApiAvailabilityState.ByInvitation,
        EventAvailability.Full => ApiAvailabilityState.Full,
        EventAvailability.Closed => ApiAvailabilityState.Closed,
        EventAvailability.Cancelled => ApiAvailabilityState.Cancelled,
        EventAvailability.Ended => ApiAvailabilityState.Ended,
        EventAvailability.Postponed => ApiAvailabilityState.Postponed,
        _ => throw new UnreachableException(),
    };

    private static DateTimeOffset? Moment(DateTime? utc, EventPart part) => utc is { } known ? part.InZone(known) : null;

    private static string? Text(string? text) => ResourceText.Of(text);
}
