using InstituteCms.Events;
using OrchardCore.ContentManagement;

namespace InstituteCms.ForumReports;

/// <summary>The published account of one event.</summary>
public sealed class ForumReportPart : ContentPart
{
    /// <summary>Content item of the event; no other report has the same.</summary>
    public string? EventId { get; set; }

    public Chair Chair { get; set; } = new();

    /// <summary>How many people came; <see langword="null"/> where nobody counted.</summary>
    public int? Attendance { get; set; }

    public IList<string> Authors { get; set; } = [];

    /// <summary>Plain text; the lead of the page and what lists show.</summary>
    public string? Summary { get; set; }

    /// <summary>Sanitised HTML.</summary>
    public string? Body { get; set; }

    public IList<ReportPhoto> Photos { get; set; } = [];

    /// <summary>Who made the event possible, such as a funding note: plain text.</summary>
    public string? Acknowledgement { get; set; }

    /// <summary>How to cite the report; made from the facts when empty.</summary>
    public string? Citation { get; set; }
}
