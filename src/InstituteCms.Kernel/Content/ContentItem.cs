#nullable disable
using System.Text.Json.Serialization;
using InstituteCms.Kernel.Content;

namespace OrchardCore.ContentManagement;

/// <summary>One version of a piece of content: the members below, and one JSON object per part.</summary>
[JsonConverter(typeof(ContentItemJsonConverter))]
public class ContentItem : ContentElement
{
    /// <summary>An item without a type.</summary>
    public ContentItem() => ContentItem = this;

    /// <summary>Number of the stored document; not part of the JSON.</summary>
    public long Id { get; set; }

    /// <summary>Names the item in all its versions.</summary>
    public string ContentItemId { get; set; }

    /// <summary>Names this version.</summary>
    public string ContentItemVersionId { get; set; }

    /// <summary>Name of its type.</summary>
    public string ContentType { get; set; }

    /// <summary>Whether this version is the one that visitors see.</summary>
    public bool Published { get; set; }

    /// <summary>Whether this version is the newest.</summary>
    public bool Latest { get; set; }

    /// <summary>Last change, UTC.</summary>
    public DateTime? ModifiedUtc { get; set; }

    /// <summary>Last publication, UTC.</summary>
    public DateTime? PublishedUtc { get; set; }

    /// <summary>First save, UTC.</summary>
    public DateTime? CreatedUtc { get; set; }

    /// <summary>Id of the user that the item belongs to.</summary>
    public string Owner { get; set; }

    /// <summary>Name of the user who wrote this version.</summary>
    public string Author { get; set; }

    /// <summary>The name that lists show.</summary>
    public string DisplayText { get; set; }

    /// <inheritdoc />
    public override string ToString() => string.IsNullOrWhiteSpace(DisplayText) ? $"{ContentType} ({ContentItemId})" : DisplayText;
}
