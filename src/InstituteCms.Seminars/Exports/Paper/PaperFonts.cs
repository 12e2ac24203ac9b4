using System.Text;

namespace InstituteCms.Exports.Paper;

/// <summary>The machine's fonts, for names in whatever script: one that writes Japanese first, then whichever has what that one lacks.</summary>
public sealed class PaperFonts
{
    private const string Japanese = "山あア";

    /// <summary>Where systems keep their fonts.</summary>
    private static readonly string[] _folders =
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    /// <summary>How files of sans-serif fonts with Japanese letters are called; the best first. Others are tried after these.</summary>
    private static readonly string[] _preferred =
        ["NotoSansCJK-", "NotoSansCJKjp-", "NotoSansJP", "BIZ-UDGothic", "ipaexg", "ipag", "YuGoth", "meiryo", "msgothic", "ヒラギノ角ゴシック", "NotoSerifCJK-"];

    private static readonly string[] _upright = ["-Regular", "-Medium", "W3", ""];
    private static readonly string[] _bold = ["-Bold", "W6", "B."];

    private readonly Lazy<Family?> _japanese;
    private readonly Lazy<IReadOnlyList<string>> _files = new(() =>
    [
        .. _folders.Where(Directory.Exists).SelectMany(FilesIn).OrderBy(Rank).ThenBy(Weight).ThenBy(file => file, StringComparer.Ordinal),
    ]);
    private readonly Lock _lock = new();
    private readonly List<PaperFace> _others = [];
    private readonly Dictionary<int, PaperFace?> _found = [];
    private int _tried;

    public PaperFonts() => _japanese = new(FindJapanese);

    /// <summary>Whether Japanese names can be written: without that no list of names is worth its paper.</summary>
    public bool WritesJapanese => _japanese.Value is not null;

    /// <summary>What writes this character; the usual font where none does.</summary>
    public PaperFace For(Rune character, bool bold)
    {
        var usual = _japanese.Value ?? throw new InvalidOperationException("No font writes Japanese.");
        var face = bold ? usual.Bold : usual.Upright;
        return face.Has(character) ? face : Other(character) ?? face;
    }

    private PaperFace? Other(Rune character)
    {
        lock (_lock)
        {
            if (_found.TryGetValue(character.Value, out var known))
            {
                return known;
            }

            var other = _others.Find(face => face.Has(character));
            while (other is null && _tried < _files.Value.Count)
            {
                if (PaperFace.Open(_files.Value[_tried++]) is { } next)
                {
                    _others.Add(next);
                    other = next.Has(character) ? next : null;
                }
            }

            return _found[character.Value] = other;
        }
    }

    private Family? FindJapanese()
    {
        foreach (var file in _files.Value)
        {
            var face = PaperFace.Open(file); // Of a collection the first, which is the Japanese one.
            if (face is not null && Writes(face))
            {
                return new(face, FindBold(face, Path.GetDirectoryName(file)!) ?? face);
            }

            face?.Dispose();
        }

        return null;
    }

    private PaperFace? FindBold(PaperFace upright, string folder)
    {
        foreach (var file in _files.Value.Where(file => Path.GetDirectoryName(file) == folder && Weight(file) == _upright.Length))
        {
            var face = PaperFace.Open(file);
            if (face is not null && face.Typeface.FamilyName == upright.Typeface.FamilyName && Writes(face))
            {
                return face;
            }

            face?.Dispose();
        }

        return null;
    }

    private static bool Writes(PaperFace face) => Japanese.EnumerateRunes().All(face.Has);

    private static IEnumerable<string> FilesIn(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC" or ".OTC");

    private static int Rank(string file)
    {
        var at = Array.FindIndex(_preferred, name => Path.GetFileName(file).StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? _preferred.Length : at;
    }

    /// <summary>The upright weight first, heavy ones last.</summary>
    private static int Weight(string file)
    {
        var name = Path.GetFileName(file);
        return _bold.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? _upright.Length
            : Array.FindIndex(_upright, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private sealed record Family(PaperFace Upright, PaperFace Bold);
}
