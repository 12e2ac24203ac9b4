using System.Text;

namespace InstituteCms.Kernel.Media;

/// <summary>Names for files and folders that every system, address and page can take.</summary>
internal static class MediaName
{
    private const int MaxLength = 100;
    private const string Refused = "<>:\"/\\|?*#%&'+`{}[]^~;=,$@!";

    /// <summary>The name without what makes trouble: blanks and signs become hyphens, the extension small. Empty where nothing is left.</summary>
    public static string Clean(string? name)
    {
        var only = (name ?? string.Empty).Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        var extension = Path.GetExtension(only);
        var stem = Joined(only[..^extension.Length]);
        return stem.Length == 0 ? string.Empty : Cut(stem) + Joined(extension, allowsDot: true).ToLowerInvariant();
    }

    /// <summary>A folder's name.</summary>
    public static string CleanFolder(string? name) => Cut(Joined((name ?? string.Empty).Normalize(NormalizationForm.FormC).Replace('.', '-')));

    private static string Joined(string text, bool allowsDot = false)
    {
        var letters = text.Select(c => char.IsControl(c) || char.IsWhiteSpace(c) || Refused.Contains(c, StringComparison.Ordinal) ? '-' : c);
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries)).Trim(allowsDot ? '-' : '.');
    }

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength].TrimEnd('-', '.');
}
