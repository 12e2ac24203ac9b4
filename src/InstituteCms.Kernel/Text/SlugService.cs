using System.Globalization;
using System.Text;
using OrchardCore.Modules.Services;

namespace InstituteCms.Kernel.Text;

/// <summary>Slugs: Latin letters lose their accents, every other script keeps its letters and marks.</summary>
internal sealed class SlugService : ISlugService
{
    private static readonly Dictionary<int, string> _spelled = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['ł'] = "l", ['þ'] = "th", ['ı'] = "i",
    };

    public string Slugify(string text) => Slugify(text, '-');

    public string Slugify(string text, char separator)
    {
        var slug = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Keep(Rune.ToLowerInvariant(rune)) is { } kept)
            {
                slug.Append(kept);
            }
            else if (rune.Value is not ('\'' or '’') && slug.Length > 0 && slug[^1] != separator)
            {
                slug.Append(separator);
            }
        }

        return slug.ToString().TrimEnd(separator);
    }

    /// <summary>The letter, digit or mark as it goes into a slug; null for what separates words.</summary>
    private static string? Keep(Rune rune)
    {
        if (_spelled.TryGetValue(rune.Value, out var spelled))
        {
            return spelled;
        }

        var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        if (!Rune.IsLetterOrDigit(rune) && !isMark)
        {
            return null;
        }

        var text = rune.ToString();
        var decomposed = text.Normalize(NormalizationForm.FormD);
        return decomposed[0] < 'ɐ' ? decomposed[..1] : text;
    }
}
