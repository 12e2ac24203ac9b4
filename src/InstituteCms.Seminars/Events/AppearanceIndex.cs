using YesSql.Indexes;

namespace InstituteCms.Events;

/// <summary>One row for each speaker of an event who has a page.</summary>
public sealed class AppearanceIndex : MapIndex
{
    /// <summary>Content item of the event.</summary>
    public string ContentItemId { get; set; } = "";

    public string SpeakerId { get; set; } = "";

    public DateTime StartUtc { get; set; }

    public bool Published { get; set; }

    public bool Latest { get; set; }
}
