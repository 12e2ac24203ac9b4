namespace InstituteCms.ForumReports;

/// <summary>A picture of the event with its caption.</summary>
public sealed class ReportPhoto
{
    /// <summary>Path in the media library, or an address.</summary>
    public string? Path { get; set; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public string? AltText { get; set; }

    public string? Caption { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Path + AltText + Caption);
}
