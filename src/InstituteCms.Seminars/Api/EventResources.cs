using System.Text.Json.Serialization;

namespace InstituteCms.Api;

/// <summary>What the organisers have said about an event.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApiEventStatus>))]
public enum ApiEventStatus
{
    [JsonStringEnumMemberName("scheduled")]
    Scheduled,

    [JsonStringEnumMemberName("postponed")]
    Postponed,

    [JsonStringEnumMemberName("movedOnline")]
    MovedOnline,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}

/// <summary>How people take part.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApiEventMode>))]
public enum ApiEventMode
{
    [JsonStringEnumMemberName("inPerson")]
    InPerson,

    [JsonStringEnumMemberName("online")]
    Online,

    [JsonStringEnumMemberName("hybrid")]
    Hybrid,
}

/// <summary>Whether one can register, and if not, why not.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApiAvailabilityState>))]
public enum ApiAvailabilityState
{
    [JsonStringEnumMemberName("notOffered")]
    NotOffered,

    [JsonStringEnumMemberName("notYetOpen")]
    NotYetOpen,

    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("waitlist")]
    Waitlist,

    [JsonStringEnumMemberName("byInvitation")]
    ByInvitation,

    [JsonStringEnumMemberName("full")]
    Full,

    [JsonStringEnumMemberName("closed")]
    Closed,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    [JsonStringEnumMemberName("ended")]
    Ended,

    [JsonStringEnumMemberName("postponed")]
    Postponed,
}

/// <summary>An event as lists show it.</summary>
public record EventSummary
{
    /// <summary>Names the event for good.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>A second line under the title.</summary>
    public required string? Subtitle { get; init; }

    /// <summary>The series it belongs to.</summary>
    public required string? Series { get; init; }

    /// <summary>Start by the event's own clocks, with their offset; null while the date is not fixed.</summary>
    public required DateTimeOffset? Start { get; init; }

    /// <summary>End by the event's own clocks, with their offset; null while it is not fixed.</summary>
    public required DateTimeOffset? End { get; init; }

    /// <summary>IANA time zone of the venue.</summary>
    public required string TimeZone { get; init; }

    /// <summary>How people take part.</summary>
    public required ApiEventMode Mode { get; init; }

    /// <summary>What the organisers have said.</summary>
    public required ApiEventStatus Status { get; init; }

    /// <summary>Where it is held, in one line, in the reader's language; may be empty.</summary>
    public required string Place { get; init; }

    /// <summary>Languages spoken, BCP 47.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Who holds it.</summary>
    public required IReadOnlyList<HostResource> Hosts { get; init; }

    /// <summary>Who talks.</summary>
    public required IReadOnlyList<EventSpeakerResource> Speakers { get; init; }

    /// <summary>Whether one can register.</summary>
    public required AvailabilityResource Availability { get; init; }

    /// <summary>The published report; null while there is none.</summary>
    public required ReportLink? Report { get; init; }

    /// <summary>The event's page for people: its canonical address.</summary>
    public required string Url { get; init; }
}

/// <summary>An event with all that is announced about it. The join link is the registrants' own and never here.</summary>
public sealed record EventResource : EventSummary
{
    /// <summary>The venue; null where people meet online only.</summary>
    public required VenueResource? Venue { get; init; }

    /// <summary>What it is about, in a word or two.</summary>
    public required string? Subject { get; init; }

    /// <summary>Who chairs it.</summary>
    public required ChairResource? Chair { get; init; }

    /// <summary>What it is about: sanitised HTML.</summary>
    public required string? AbstractHtml { get; init; }

    /// <summary>Links to slides, papers and the like.</summary>
    public required IReadOnlyList<LinkResource> Materials { get; init; }

    /// <summary>What those who come should know: sanitised HTML.</summary>
    public required string? NoticesHtml { get; init; }

    /// <summary>Who made the event possible: plain text.</summary>
    public required string? Acknowledgement { get; init; }

    /// <summary>The event for calendar programs.</summary>
    public required string CalendarUrl { get; init; }

    /// <summary>Instant of the announcement.</summary>
    public required DateTimeOffset? Published { get; init; }

    /// <summary>Instant of the last change.</summary>
    public required DateTimeOffset? Modified { get; init; }
}

/// <summary>Whether one can register for an event.</summary>
public sealed record AvailabilityResource
{
    /// <summary>The state, for programs.</summary>
    public required ApiAvailabilityState State { get; init; }

    /// <summary>The same for people, in the reader's language.</summary>
    public required string Sentence { get; init; }

    /// <summary>Seats offered; null means unlimited, or that nobody has to register.</summary>
    public required int? Capacity { get; init; }

    /// <summary>Seats left for whoever comes now; null means unlimited, or that nobody has to register.</summary>
    public required int? Remaining { get; init; }

    /// <summary>First instant at which one can register; null means since the announcement.</summary>
    public required DateTimeOffset? Opens { get; init; }

    /// <summary>First instant at which one no longer can; null where the event's date is not fixed, or nobody has to register.</summary>
    public required DateTimeOffset? Closes { get; init; }

    /// <summary>Where people register; null where they cannot now.</summary>
    public required string? RegisterUrl { get; init; }
}

/// <summary>One who holds an event.</summary>
public sealed record HostResource
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Where more is to be found.</summary>
    public required string? Url { get; init; }
}

/// <summary>One who talks at an event, as of that day.</summary>
public sealed record EventSpeakerResource
{
    /// <summary>Names the speaker; null for one who has no page.</summary>
    public required string? Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What they do at the event.</summary>
    public required string? Role { get; init; }

    /// <summary>What they talk about.</summary>
    public required string? TalkTitle { get; init; }

    /// <summary>Position held on the day.</summary>
    public required string? Title { get; init; }

    /// <summary>Organisation they belonged to on the day.</summary>
    public required string? Affiliation { get; init; }

    /// <summary>Their page for people.</summary>
    public required string? Url { get; init; }
}

/// <summary>The place an event is held at.</summary>
public sealed record VenueResource
{
    /// <summary>The name.</summary>
    public required string? Name { get; init; }

    /// <summary>The postal address.</summary>
    public required string? Address { get; init; }

    /// <summary>Where a map shows it.</summary>
    public required string? MapUrl { get; init; }
}

/// <summary>Who chairs an event.</summary>
public sealed record ChairResource
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The position.</summary>
    public required string? Title { get; init; }
}

/// <summary>A link and its words.</summary>
public sealed record LinkResource
{
    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>The address.</summary>
    public required string Url { get; init; }
}

/// <summary>The way to a report.</summary>
public sealed record ReportLink
{
    /// <summary>Names the report for good.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The report's page for people.</summary>
    public required string Url { get; init; }
}
