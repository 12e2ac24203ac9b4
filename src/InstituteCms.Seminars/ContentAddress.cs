using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;

namespace InstituteCms;

/// <summary>Where a content item is shown.</summary>
public static class ContentAddress
{
    /// <summary>The address of the item on this site: <c>~/events/some-seminar</c>.</summary>
    public static string AddressOf(ContentItem item) =>
        AddressOf(item.ContentItemId, item.TryGet<AutoroutePart>(out var route) ? route.Path : null);

    /// <param name="path">The item's own path, where it has one.</param>
    public static string AddressOf(string contentItemId, string? path) =>
        string.IsNullOrEmpty(path) ? "~/Contents/ContentItems/" + contentItemId : "~/" + path;
}
