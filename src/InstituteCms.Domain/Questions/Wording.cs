namespace InstituteCms.Questions;

/// <summary>The same words in both languages. Where one is empty, the other stands in for it.</summary>
/// <param name="English">The words in English.</param>
/// <param name="Japanese">The words in Japanese.</param>
public sealed record Wording(string? English = null, string? Japanese = null)
{
    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(English) && string.IsNullOrWhiteSpace(Japanese);

    /// <summary>What a reader of this language is shown.</summary>
    public string In(string language) => (LanguageFor(language) == "ja" ? Japanese : English)?.Trim() ?? "";

    /// <summary>The language, <c>en</c> or <c>ja</c>, of what a reader of <paramref name="language"/> is shown.</summary>
    public string LanguageFor(string language) =>
        IsJapanese(language)
            ? string.IsNullOrWhiteSpace(Japanese) && !IsEmpty ? "en" : "ja"
            : string.IsNullOrWhiteSpace(English) && !IsEmpty ? "ja" : "en";

    /// <summary>Whether these words say the same in either language, however they are typed.</summary>
    public bool Says(string words) => Same(English, words) || Same(Japanese, words);

    private static bool IsJapanese(string language) => language.StartsWith("ja", StringComparison.OrdinalIgnoreCase);

    private static bool Same(string? one, string? other) => Folded.Text(one) is { Length: > 0 } text && text == Folded.Text(other);
}
