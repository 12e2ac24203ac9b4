using System.Text;
using InstituteCms.Texts;
using SkiaSharp;

namespace InstituteCms.Exports.Paper;

/// <summary>Writes on pages of A4. Lengths are points, 72 to the inch; sizes are those of letters.</summary>
public sealed class PaperPen : IDisposable
{
    /// <summary>Points to the millimetre.</summary>
    public const float Millimetre = 72 / 25.4f;

    public const float PageWidth = 210 * Millimetre;

    public const float PageHeight = 297 * Millimetre;

    /// <summary>From one line to the next, in letter sizes.</summary>
    public const float LineHeight = 1.35f;

    private readonly PaperFonts _fonts;
    private readonly SKDocument _document;
    private readonly SKPaint _ink = new() { IsAntialias = true, Color = SKColors.Black };
    private readonly SKPaint _line = new() { IsAntialias = true, Color = SKColors.Black, IsStroke = true, StrokeWidth = 0.5f };
    private readonly Dictionary<(PaperFace Face, float Size), SKFont> _sizes = [];
    private SKCanvas? _page;

    /// <param name="fonts">Must write Japanese.</param>
    /// <param name="stream">Where the file goes; it stays open.</param>
    /// <param name="title">Title of the document.</param>
    public PaperPen(PaperFonts fonts, Stream stream, string title)
    {
        _fonts = fonts;
        _document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = title });
    }

    public void StartPage() => _page = _document.BeginPage(PageWidth, PageHeight);

    public void EndPage() => _document.EndPage();

    /// <summary>How much room a line takes.</summary>
    public float Width(string text, float size, bool bold = false) => Runs(text, bold).Sum(run => Advances(run, size).Sum());

    /// <summary>Writes one line, its foot at <paramref name="y"/>.</summary>
    public void Write(string text, float x, float y, float size, bool bold = false)
    {
        foreach (var run in Runs(text, bold))
        {
            var advances = Advances(run, size);
            using var line = Line(run, size, advances);
            Page.DrawText(line, x, y, _ink);
            x += advances.Sum();
        }
    }

    /// <summary>Lines of at most a width: broken at spaces, between Japanese letters, and within a word only where it fits no line.</summary>
    public IReadOnlyList<string> Wrap(string text, float width, float size, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text, width, size, bold))
        {
            if (line.Length > 0 && Width((line + piece).TrimEnd(), size, bold) > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line += line.Length == 0 ? piece.TrimStart() : piece;
        }

        return line.Trim().Length > 0 ? [.. lines, line.TrimEnd()] : lines;
    }

    /// <summary>The largest size, at most the one wished for, in which a text has room; and its lines.</summary>
    public (float Size, IReadOnlyList<string> Lines) Fit(string text, float width, float height, float wished, bool bold = false)
    {
        var size = wished;
        var lines = Wrap(text, width, size, bold);
        while (lines.Count * size * LineHeight > height && size > 1)
        {
            size *= 0.94f;
            lines = Wrap(text, width, size, bold);
        }

        return (size, lines);
    }

    public void Box(float x, float y, float side) => Page.DrawRect(x, y, side, side, _line);

    public void Line(float fromX, float fromY, float toX, float toY) => Page.DrawLine(fromX, fromY, toX, toY, _line);

    public void Dispose()
    {
        _document.Close();
        _document.Dispose();
        _ink.Dispose();
        _line.Dispose();
        foreach (var font in _sizes.Values)
        {
            font.Dispose();
        }
    }

    private SKCanvas Page => _page ?? throw new InvalidOperationException("No page was started.");

    private IEnumerable<string> Pieces(string text, float width, float size, bool bold)
    {
        var piece = new StringBuilder();
        foreach (var character in text.EnumerateRunes())
        {
            if (piece.Length > 0 && (MayBreakBefore(piece, character) || Width(piece.ToString() + character, size, bold) > width))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(character.ToString());
        }

        yield return piece.ToString();
    }

    private static bool MayBreakBefore(StringBuilder piece, Rune character) =>
        char.IsWhiteSpace(piece[^1]) ? !Rune.IsWhiteSpace(character) : EastAsian.Is(character) && !Rune.IsPunctuation(character);

    /// <summary>Neighbours that one font writes, without what is no letter.</summary>
    private List<(PaperFace Face, List<Rune> Text)> Runs(string text, bool bold)
    {
        var runs = new List<(PaperFace Face, List<Rune> Text)>();
        foreach (var character in text.EnumerateRunes().Where(character => !Rune.IsControl(character)))
        {
            var face = _fonts.For(character, bold);
            if (runs.Count == 0 || runs[^1].Face != face)
            {
                runs.Add((face, []));
            }

            runs[^1].Text.Add(character);
        }

        return runs;
    }

    private float[] Advances((PaperFace Face, List<Rune> Text) run, float size) => Font(run.Face, size).GetGlyphWidths(Glyphs(run));

    private static ushort[] Glyphs((PaperFace Face, List<Rune> Text) run) => [.. run.Text.Select(character => run.Face.Glyph(character))];

    /// <summary>With the letters that were meant: many share one picture with an old sign for it, and readers would copy that.</summary>
    private SKTextBlob Line((PaperFace Face, List<Rune> Text) run, float size, float[] advances)
    {
        using var builder = new SKTextBlobBuilder();
        var room = builder.AllocateHorizontalTextRun(Font(run.Face, size), run.Text.Count, 0, run.Text.Sum(character => character.Utf8SequenceLength));
        Glyphs(run).CopyTo(room.Glyphs);
        var (x, at) = (0f, 0);
        for (var i = 0; i < run.Text.Count; i++)
        {
            room.Positions[i] = x;
            room.Clusters[i] = (uint)at;
            x += advances[i];
            at += run.Text[i].EncodeToUtf8(room.Text[at..]);
        }

        return builder.Build() ?? throw new InvalidOperationException("Nothing to write.");
    }

    private SKFont Font(PaperFace face, float size) =>
        _sizes.TryGetValue((face, size), out var font) ? font : _sizes[(face, size)] = new(face.Typeface, size) { Subpixel = true, Hinting = SKFontHinting.None };
}
