using Microsoft.AspNetCore.Mvc.Rendering;
using OrchardCore.ContentManagement.Metadata.Models;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>Which items a list shows.</summary>
public enum ContentStatus
{
    /// <summary>The latest version of every item.</summary>
    Any,

    /// <summary>What visitors see.</summary>
    Published,

    /// <summary>What visitors do not see yet.</summary>
    Draft,
}

/// <summary>Which items come first.</summary>
public enum ContentOrder
{
    /// <summary>Those changed last.</summary>
    Modified,

    /// <summary>Those made last.</summary>
    Created,

    /// <summary>Those published last.</summary>
    Published,

    /// <summary>By title.</summary>
    Title,
}

/// <summary>What the list was asked for, from its address.</summary>
public sealed class ContentListOptions
{
    /// <summary>Words that occur, all of them.</summary>
    public string? Q { get; set; }

    /// <summary>Published or not.</summary>
    public ContentStatus Status { get; set; }

    /// <summary>Id of the user whose items are shown.</summary>
    public string? Owner { get; set; }

    /// <summary>What comes first.</summary>
    public ContentOrder Sort { get; set; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>The batch that was just done, to be undone from here.</summary>
    public string? Undo { get; set; }
}

/// <summary>A page of the list.</summary>
/// <param name="Type">The one type listed; null for all.</param>
/// <param name="Types">Types to choose from.</param>
/// <param name="Creatable">Types the user may create.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Filters">Further fields of the form, as a shape.</param>
/// <param name="Batches">Further buttons for the items that are ticked, as a shape.</param>
/// <param name="Owners">People to choose from.</param>
/// <param name="Items">The items, as shapes.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Memory">What the user wants to find again.</param>
public sealed record ContentListViewModel(
    ContentTypeDefinition? Type,
    IReadOnlyList<ContentTypeDefinition> Types,
    IReadOnlyList<ContentTypeDefinition> Creatable,
    ContentListOptions Options,
    dynamic Filters,
    dynamic Batches,
    IReadOnlyList<SelectListItem> Owners,
    IReadOnlyList<dynamic> Items,
    int Count,
    int Pages,
    ContentListMemory Memory);

/// <summary>Asks before something is lost.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsDraft">Whether only its draft would be lost.</param>
/// <param name="ReturnUrl">Where to go back to.</param>
public sealed record ConfirmViewModel(string ContentItemId, string Name, bool IsDraft, string? ReturnUrl);

/// <summary>An item in its editor.</summary>
/// <param name="Item">The item.</param>
/// <param name="Type">Its type.</param>
/// <param name="Editor">The form, as a shape.</param>
/// <param name="IsNew">Whether it was never saved.</param>
/// <param name="MayPublish">Whether to offer to publish.</param>
/// <param name="Stamp">What the item said when the form was opened.</param>
/// <param name="EditorMark">Whom the form is made for.</param>
/// <param name="EditorId">The same, as a key for what the browser keeps.</param>
/// <param name="Others">Who else has it open.</param>
public sealed record ContentEditViewModel(
    OrchardCore.ContentManagement.ContentItem Item, ContentTypeDefinition Type, dynamic Editor, bool IsNew, bool MayPublish,
    string Stamp, string EditorMark, string EditorId, string? NewItemMark, string Others)
{
    /// <summary>Whether the page may save a draft by itself: it must neither publish nor take back what is public.</summary>
    public bool SavesItself => Type.IsDraftable() && (IsNew || Type.IsVersionable() || !Item.Published);
}
