using InstituteCms.Editors;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Events;

/// <summary>The form of an event. Times are the wall clock of <see cref="TimeZoneId"/>.</summary>
public class EventPartViewModel
{
    public string? Subtitle { get; set; }

    public string? Series { get; set; }

    public EventFormat Format { get; set; }

    public EventStatus Status { get; set; }

    public DateTime? StartLocal { get; set; }

    public DateTime? EndLocal { get; set; }

    public string? TimeZoneId { get; set; }

    public Venue Venue { get; set; } = new();

    public string? JoinUrl { get; set; }

    public string? Subject { get; set; }

    /// <summary>BCP 47 tags, separated by commas.</summary>
    public string? Languages { get; set; }

    public List<Organizer> Organizers { get; set; } = [];

    public List<RowTools> OrganizerTools { get; set; } = [];

    public List<EventSpeaker> Speakers { get; set; } = [];

    public List<RowTools> SpeakerTools { get; set; } = [];

    public Chair Chair { get; set; } = new();

    public string? Abstract { get; set; }

    public List<TextLink> Materials { get; set; } = [];

    public List<RowTools> MaterialTools { get; set; } = [];

    public string? Notices { get; set; }

    public string? Acknowledgement { get; set; }

    /// <summary>Names on the pages of the speakers, by content item id; none for a page that is gone.</summary>
    [BindNever]
    public IReadOnlyDictionary<string, string> Pages { get; set; } = new Dictionary<string, string>();

    /// <summary>Series of earlier events.</summary>
    [BindNever]
    public IReadOnlyList<string> KnownSeries { get; set; } = [];

    /// <summary>Day and time in words, and what is said about registration, as visitors read it.</summary>
    [BindNever]
    public EventReviewed? Reviewed { get; set; }
}
