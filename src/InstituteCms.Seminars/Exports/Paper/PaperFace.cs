using System.Text;
using SkiaSharp;

namespace InstituteCms.Exports.Paper;

/// <summary>One font of the machine, and which letters it has.</summary>
public sealed class PaperFace : IDisposable
{
    private readonly SKFont _font;

    private PaperFace(SKTypeface typeface) => (Typeface, _font) = (typeface, new(typeface));

    public SKTypeface Typeface { get; }

    /// <summary>Reads a file, of a collection the first font; <see langword="null"/> for what is none.</summary>
    public static PaperFace? Open(string file) => SKTypeface.FromFile(file) is { } typeface ? new(typeface) : null;

    /// <summary>The number of a letter's picture; 0 where there is none.</summary>
    public ushort Glyph(Rune letter) => _font.GetGlyph(letter.Value);

    public bool Has(Rune letter) => Glyph(letter) != 0;

    public void Dispose()
    {
        _font.Dispose();
        Typeface.Dispose();
    }
}
