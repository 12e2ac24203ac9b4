using System.Text.RegularExpressions;

namespace InstituteCms.Editors;

/// <summary>How long a text is.</summary>
public static partial class TextLength
{
    /// <summary>Words; of scripts that put no space between them, such as Japanese, each letter counts as one.</summary>
    public static int Of(string? text) => Words().Count(text ?? "");

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]|(?:(?![\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}])[\p{L}\p{N}'’-])+")]
    private static partial Regex Words();
}
