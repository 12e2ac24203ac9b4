using System.Text;

namespace InstituteCms.Events;

/// <summary>Makes text and the words looked for in it comparable: letter case and full-width forms do not matter.</summary>
public static class SearchWords
{
    private const int MaxWords = 8;

    /// <summary>The text to be stored for looking words up in.</summary>
    public static string TextOf(params IEnumerable<string?> parts) =>
        Fold(string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part))));

    /// <summary>The words of a query; each has to occur.</summary>
    public static IReadOnlyList<string> Split(string? query) =>
        [.. Fold(query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords)];

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
