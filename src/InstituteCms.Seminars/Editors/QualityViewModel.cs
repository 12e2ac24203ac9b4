namespace InstituteCms.Editors;

/// <summary>One thing to look at.</summary>
/// <param name="Text">What is missing or odd, and what to do.</param>
/// <param name="Field">Id of the field it is about.</param>
/// <param name="IsError">Whether it keeps the item from being saved.</param>
public sealed record QualityLine(string Text, string Field, bool IsError = false);

/// <summary>What became of asking whether the links are good.</summary>
public sealed record LinksChecked(string Sentence, IReadOnlyList<QualityLine> Lines);

/// <summary>What the box beside an editor shows.</summary>
public class QualityViewModel
{
    public IReadOnlyList<QualityLine> Lines { get; set; } = [];

    /// <summary>Where the box asks again as the form changes.</summary>
    public string CheckAction { get; set; } = "";

    public string? ContentItemId { get; set; }

    /// <summary>The event over whose report a button stands; <see langword="null"/> where there is none to begin.</summary>
    public string? ReportOf { get; set; }
}
