#nullable disable
using OrchardCore.DisplayManagement.Handlers;

namespace OrchardCore.ContentManagement.Display.ContentDisplay;

/// <summary>Takes part in showing and editing items of every type, after their drivers.</summary>
public interface IContentDisplayHandler
{
    /// <summary>The item is shown.</summary>
    Task BuildDisplayAsync(ContentItem contentItem, BuildDisplayContext context);

    /// <summary>The item's form is shown.</summary>
    Task BuildEditorAsync(ContentItem contentItem, BuildEditorContext context);

    /// <summary>The item's form was sent, and the drivers have read it.</summary>
    Task UpdateEditorAsync(ContentItem contentItem, UpdateEditorContext context);
}
