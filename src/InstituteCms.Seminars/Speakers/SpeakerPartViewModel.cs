using InstituteCms.Events;

namespace InstituteCms.Speakers;

/// <summary>The form of a speaker.</summary>
public class SpeakerPartViewModel
{
    public string? NativeName { get; set; }

    public string? Honorific { get; set; }

    public string? Position { get; set; }

    public string? Organization { get; set; }

    public string? Biography { get; set; }

    public Photo Photo { get; set; } = new();

    public List<TextLink> Links { get; set; } = [];
}
