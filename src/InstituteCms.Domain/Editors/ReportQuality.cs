namespace InstituteCms.Editors;

/// <summary>What a report may lack before it is published.</summary>
public enum ReportNote
{
    /// <summary>The body is empty.</summary>
    NoText,
    /// <summary>There is no summary.</summary>
    NoSummary,
    /// <summary>Nobody is named as the author.</summary>
    NoAuthor,
    /// <summary>A biography outweighs the account.</summary>
    BiographyLongerThanReport,
    /// <summary>A photo is not described.</summary>
    PhotoWithoutAltText,
    /// <summary>A picture within the text is not described.</summary>
    PictureWithoutAltText,
}

/// <summary>What is looked at: a report as its form has it. Lengths are those of <see cref="TextLength"/>.</summary>
public sealed record ReportFacts(
    int Length = 0, bool HasSummary = false, int Authors = 0, int LongestBiography = 0, IReadOnlyList<int>? PhotosWithoutAltText = null,
    bool HasPictureWithoutAltText = false);

/// <summary>Says what is missing or odd in a report.</summary>
public static class ReportQuality
{
    /// <returns>Each note with the position of the photo it is about, 0 where it is about none.</returns>
    public static IEnumerable<(ReportNote Note, int Index)> Review(ReportFacts facts)
    {
        (bool Applies, ReportNote Note)[] rules =
        [
            (facts.Length == 0, ReportNote.NoText),
            (!facts.HasSummary, ReportNote.NoSummary),
            (facts.Authors == 0, ReportNote.NoAuthor),
            (facts.Length > 0 && facts.LongestBiography > facts.Length, ReportNote.BiographyLongerThanReport),
            (facts.HasPictureWithoutAltText, ReportNote.PictureWithoutAltText),
        ];
        return rules.Where(rule => rule.Applies).Select(rule => (rule.Note, 0))
            .Concat((facts.PhotosWithoutAltText ?? []).Select(index => (ReportNote.PhotoWithoutAltText, index)));
    }
}
