#nullable disable
using OrchardCore.ContentManagement;

namespace OrchardCore.Title.Models;

/// <summary>The title of an item.</summary>
public class TitlePart : ContentPart
{
    public string Title { get; set; }
}

/// <summary>Whether editors write the title or a pattern does.</summary>
public enum TitlePartOptions
{
    Editable,
    GeneratedDisabled,
    GeneratedHidden,
    EditableRequired,
}

/// <summary>Settings of the title on a type.</summary>
public class TitlePartSettings
{
    public TitlePartOptions Options { get; set; } = TitlePartOptions.Editable;

    /// <summary>Liquid.</summary>
    public string Pattern { get; set; }

    public bool RenderTitle { get; set; } = true;

    public string Placeholder { get; set; }
}
