using YesSql.Indexes;

namespace InstituteCms.Speakers;

/// <summary>What speakers are looked up by: one row for each version that is published or latest.</summary>
public sealed class SpeakerPartIndex : MapIndex
{
    public string ContentItemId { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>What <see cref="Events.SearchWords"/> are looked for in.</summary>
    public string SearchText { get; set; } = "";

    public bool Published { get; set; }

    public bool Latest { get; set; }
}
