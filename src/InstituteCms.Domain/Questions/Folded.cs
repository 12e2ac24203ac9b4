using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace InstituteCms.Questions;

/// <summary>Words without the differences that a person does not see: width, case and space around them.</summary>
internal static class Folded
{
    [SuppressMessage("Globalization", "CA1308", Justification = "The visitor's script folds in the same way.")]
    public static string Text(string? text) => text is null ? "" : Whole(text).Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();

    /// <summary>The same with a mark for each half of a character: halves cannot be folded, nor stored everywhere.</summary>
    public static string Whole(string text) => new([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]);
}
