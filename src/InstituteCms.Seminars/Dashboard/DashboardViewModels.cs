using InstituteCms.Events;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;

namespace InstituteCms.Dashboard;

/// <summary>The one big button.</summary>
public class AnnounceViewModel;

/// <summary>An event and what its seats follow from.</summary>
public sealed record EventFacts(ContentItem Event, AvailabilityFacts Facts);

/// <summary>Events to come, the next first.</summary>
public class NextEventsViewModel
{
    public IReadOnlyList<EventFacts> Events { get; set; } = [];

    /// <summary>How many there are, shown or not.</summary>
    public int Total { get; set; }

    public bool MayEdit { get; set; }
}

/// <summary>Events that were held and wait for their report, the latest first.</summary>
public class MissingReportsViewModel
{
    public IReadOnlyList<ContentItem> Events { get; set; } = [];

    public DateTime NowUtc { get; set; }
}

/// <summary>Items by what the index knows of them, the last changed first.</summary>
public class ItemsViewModel
{
    public IReadOnlyList<ContentItemIndex> Items { get; set; } = [];

    /// <summary>Types whose items the person may edit, whoever owns them.</summary>
    public IReadOnlyCollection<string> Editable { get; set; } = [];
}

/// <summary>One's own items that are not public as they stand.</summary>
public class MyDraftsViewModel : ItemsViewModel;

/// <summary>What was changed lately, by anyone.</summary>
public class RecentChangesViewModel : ItemsViewModel;
