using InstituteCms.Events;
using OrchardCore.ContentManagement;

namespace InstituteCms.ForumReports;

/// <summary>What the shapes of a report show.</summary>
public class ForumReportViewModel
{
    public ContentItem Item { get; set; } = null!; // Set by the driver before a shape is shown.

    public ForumReportPart Part { get; set; } = null!;

    /// <summary>The event, if it is published.</summary>
    public EventDetails? Event { get; set; }
}
