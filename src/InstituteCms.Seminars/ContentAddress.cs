using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;

namespace InstituteCms;

/// <summary>Where a content item is shown.</summary>
public static class ContentAddress
{
    /// <summary>The address of the item on this site: <c>~/events/some-seminar</c>.</summary>
    public static string AddressOf(ContentItem item) => item.TryGet<AutoroutePart>(out var route) && !string.IsNullOrEmpty(route.Path)
        ? "~/" + route.Path
        : "~/Contents/ContentItems/" + item.ContentItemId;
}
