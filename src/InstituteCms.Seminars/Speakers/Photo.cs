namespace InstituteCms.Speakers;

/// <summary>A picture in the media library.</summary>
public sealed class Photo
{
    /// <summary>Path in the media library, or an address.</summary>
    public string? Path { get; set; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public string? AltText { get; set; }
}
