using InstituteCms.Events;
using OrchardCore.ContentManagement;

namespace InstituteCms.ForumReports;

/// <summary>A report with the event it is about.</summary>
public sealed record ReportEntry(ContentItem Item, ForumReportPart Part, ContentItem? Event)
{
    public string Title => Item.DisplayText;

    public string Address => ContentAddress.AddressOf(Item);

    public EventPart? EventPart => Event?.GetOrCreate<EventPart>();
}
