using InstituteCms.Events;
using OrchardCore.ContentManagement;

namespace InstituteCms.Speakers;

/// <summary>A person who talks at events; the name is the item's title.</summary>
public sealed class SpeakerPart : ContentPart
{
    /// <summary>The name in the script the person writes it in.</summary>
    public string? NativeName { get; set; }

    /// <summary>Such as Prof. or Dr.</summary>
    public string? Honorific { get; set; }

    public string? Position { get; set; }

    public string? Organization { get; set; }

    /// <summary>Sanitised HTML.</summary>
    public string? Biography { get; set; }

    public Photo Photo { get; set; } = new();

    public IList<TextLink> Links { get; set; } = [];
}
