using System.Diagnostics.CodeAnalysis;

namespace InstituteCms.Registrations;

/// <summary>Text as it may stand in a table that people open with a spreadsheet program.</summary>
public static class SpreadsheetText
{
    private const string FormulaStarts = "=+-@＝＋－＠\t\r\n";

    /// <summary>The same text, with an apostrophe in front where a spreadsheet would take it for a formula.</summary>
    /// <remarks>Japanese spreadsheets read the full-width signs like the others.</remarks>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Safe(string? text) =>
        text is { Length: > 0 } && (FormulaStarts.Contains(text[0], StringComparison.Ordinal) || IsFormula(text.AsSpan().TrimStart())) ? "'" + text : text;

    private static bool IsFormula(ReadOnlySpan<char> text) => text is [var first, ..] && FormulaStarts.Contains(first, StringComparison.Ordinal);
}
