using YesSql.Indexes;

namespace InstituteCms.Events;

/// <summary>What events are looked up by: one row for each version that is published or latest.</summary>
public sealed class EventPartIndex : MapIndex
{
    /// <summary>Stands for a time that is not fixed yet: such an event is still to come.</summary>
    public static readonly DateTime NotFixed = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    public string ContentItemId { get; set; } = "";

    public DateTime StartUtc { get; set; }

    public DateTime EndUtc { get; set; }

    /// <summary>Year of the start by the event's own calendar; 0 when not fixed yet.</summary>
    public int Year { get; set; }

    public string? Series { get; set; }

    /// <summary>Language tags, each between commas: <c>,en,ja,</c>.</summary>
    public string Languages { get; set; } = "";

    public string Status { get; set; } = "";

    /// <summary>What <see cref="SearchWords"/> are looked for in.</summary>
    public string SearchText { get; set; } = "";

    public bool Published { get; set; }

    public bool Latest { get; set; }
}
