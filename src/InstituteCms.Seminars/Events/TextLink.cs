namespace InstituteCms.Events;

/// <summary>A link and its words.</summary>
public sealed class TextLink
{
    public string? Text { get; set; }

    public string? Url { get; set; }
}
