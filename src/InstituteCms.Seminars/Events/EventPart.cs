using OrchardCore.ContentManagement;

namespace InstituteCms.Events;

/// <summary>What is announced about an event: when, where, by whom and what for.</summary>
public sealed class EventPart : ContentPart
{
    /// <summary>A second line under the title.</summary>
    public string? Subtitle { get; set; }

    /// <summary>The series the event belongs to, as visitors know it.</summary>
    public string? Series { get; set; }

    public EventFormat Format { get; set; }

    /// <summary>Start of the event: an instant, UTC. Pages show it in <see cref="TimeZoneId"/>.</summary>
    public DateTime? StartUtc { get; set; }

    /// <summary>End of the event, exclusive: an instant, UTC, after <see cref="StartUtc"/>.</summary>
    public DateTime? EndUtc { get; set; }

    /// <summary>IANA time zone of the venue, for example <c>Europe/Vienna</c>.</summary>
    public string TimeZoneId { get; set; } = "Etc/UTC";

    public Venue Venue { get; set; } = new();

    /// <summary>Where those who registered join over the network. Never on a public page, feed or API.</summary>
    public string? JoinUrl { get; set; }

    public string? Subject { get; set; }

    /// <summary>Languages spoken, BCP 47.</summary>
    public IList<string> Languages { get; set; } = [];

    /// <summary>Who holds the event; visitors know them as its hosts.</summary>
    public IList<Organizer> Organizers { get; set; } = [];

    public IList<EventSpeaker> Speakers { get; set; } = [];

    public Chair Chair { get; set; } = new();

    /// <summary>Sanitised HTML.</summary>
    public string? Abstract { get; set; }

    public IList<TextLink> Materials { get; set; } = [];

    /// <summary>Sanitised HTML.</summary>
    public string? Notices { get; set; }

    /// <summary>Who made the event possible, such as a funding note: plain text.</summary>
    public string? Acknowledgement { get; set; }

    public EventStatus Status { get; set; }

    /// <summary>Whether it has ended, or begun where no end is known: then its report may be written.</summary>
    public bool IsOver(DateTime utcNow) => (EndUtc ?? StartUtc) <= utcNow;
}
