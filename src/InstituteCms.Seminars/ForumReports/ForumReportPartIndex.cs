using YesSql.Indexes;

namespace InstituteCms.ForumReports;

/// <summary>What reports are looked up by: one row for each version that is published or latest.</summary>
public sealed class ForumReportPartIndex : MapIndex
{
    public string ContentItemId { get; set; } = "";

    public string? EventId { get; set; }

    public DateTime? PublishedUtc { get; set; }

    public bool Published { get; set; }

    public bool Latest { get; set; }
}
