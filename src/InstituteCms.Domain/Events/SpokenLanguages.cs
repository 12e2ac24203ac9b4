using System.Globalization;

namespace InstituteCms.Events;

/// <summary>Languages by the names that people know them by.</summary>
public static class SpokenLanguages
{
    private static readonly char[] _separators = [',', '、', '，', ';', '/', '\n'];

    /// <summary>The tags (BCP 47) of what was typed: tags, or names in English, in the reader's language or in the language itself.</summary>
    /// <param name="text">Names or tags with commas between them.</param>
    /// <param name="unknown">The words that are neither.</param>
    public static IReadOnlyList<string> Parse(string? text, out IReadOnlyList<string> unknown)
    {
        var (tags, strange) = (new List<string>(), new List<string>());
        foreach (var words in (text ?? "").Split(_separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // "en ja" is two tags; "Chinese (Simplified)" is one name.
            string[] parts = Find(words) is null ? words.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [words];
            foreach (var part in parts)
            {
                var tag = Find(part);
                (tag is null ? strange : tags).Add(tag ?? part);
            }
        }

        unknown = strange;
        return [.. tags.Distinct()];
    }

    /// <summary>The name of a language in the reader's; what is no language's tag comes back as it was.</summary>
    public static string Name(string tag) => Known(tag)?.DisplayName ?? tag;

    /// <summary>Whether this is the tag of a language.</summary>
    public static bool IsKnown(string tag) => Known(tag) is { Name.Length: > 0 };

    private static string? Find(string words) =>
        Known(words)?.Name ?? CultureInfo.GetCultures(CultureTypes.NeutralCultures).FirstOrDefault(culture => culture.Name.Length > 0 && IsName(culture, words))?.Name;

    private static bool IsName(CultureInfo culture, string words) =>
        words.Equals(culture.EnglishName, StringComparison.OrdinalIgnoreCase)
        || words.Equals(culture.NativeName, StringComparison.OrdinalIgnoreCase)
        || words.Equals(culture.DisplayName, StringComparison.OrdinalIgnoreCase);

    private static CultureInfo? Known(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
