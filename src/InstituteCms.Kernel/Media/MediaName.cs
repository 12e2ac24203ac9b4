using System.Globalization;
using System.Text;

namespace InstituteCms.Kernel.Media;

/// <summary>Names for files and folders that every system, address and page can take.</summary>
internal static class MediaName
{
    /// <summary>Most file systems take 255 bytes; a number for a second file of that name and the extension have to go in as well.</summary>
    private const int MaxBytes = 200;

    private const string Refused = "<>:\"/\\|?*#%&'+`{}[]^~;=,$@!";

    /// <summary>The name without what makes trouble: blanks and signs become hyphens, the extension small. Empty where nothing is left.</summary>
    public static string Clean(string? name)
    {
        var only = (name ?? string.Empty).Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        var extension = Path.GetExtension(only);
        var stem = Joined(only[..^extension.Length]);
        return stem.Length == 0 ? string.Empty : Cut(stem, MaxBytes) + Cut(Joined(extension, allowsDot: true).ToLowerInvariant(), 10);
    }

    /// <summary>A folder's name.</summary>
    public static string CleanFolder(string? name) => Cut(Joined((name ?? string.Empty).Normalize(NormalizationForm.FormC).Replace('.', '-')), MaxBytes);

    private static string Joined(string text, bool allowsDot = false)
    {
        var letters = text.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format)
            .Select(c => char.IsControl(c) || char.IsWhiteSpace(c) || Refused.Contains(c, StringComparison.Ordinal) ? '-' : c);
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries)).Trim(allowsDot ? '-' : '.');
    }

    /// <summary>As many whole letters as fit into so many bytes of UTF-8.</summary>
    private static string Cut(string text, int bytes)
    {
        var (length, size) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            size += rune.Utf8SequenceLength;
            if (size > bytes)
            {
                return text[..length].TrimEnd('-', '.');
            }

            length += rune.Utf16SequenceLength;
        }

        return text;
    }
}
