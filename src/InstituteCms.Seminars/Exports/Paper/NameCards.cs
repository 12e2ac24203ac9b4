using static InstituteCms.Exports.Paper.PaperPen;

namespace InstituteCms.Exports.Paper;

/// <summary>Name cards of the Japanese size, 91 × 55 mm, ten to a sheet of A4: it fits the sheets that are sold for cards, and scissors find the marks.</summary>
public static class NameCards
{
    private const int Columns = 2;
    private const int Rows = 5;
    private const float CardWidth = 91 * Millimetre;
    private const float CardHeight = 55 * Millimetre;
    private const float Left = (PageWidth - (Columns * CardWidth)) / 2;
    private const float Top = (PageHeight - (Rows * CardHeight)) / 2;
    private const float Inset = 5 * Millimetre;
    private const float Inner = CardWidth - (2 * Inset);
    private const float MarkLength = 5 * Millimetre;
    private const float MarkGap = 2 * Millimetre;

    /// <summary>Rooms from the top of a card, and wished sizes of letters.</summary>
    private const float TitleHeight = 9 * Millimetre, NameHeight = 21 * Millimetre, AffiliationHeight = 10 * Millimetre;
    private const float TitleSize = 8, NameSize = 24, AffiliationSize = 10, DaySize = 7;

    /// <summary>Writes the sheets: a card for each registrant and each who comes along by name.</summary>
    public static void Write(PaperPen pen, PaperEvent @event, IEnumerable<PaperGuest> guests)
    {
        foreach (var sheet in guests.SelectMany(Names).Chunk(Columns * Rows))
        {
            pen.StartPage();
            DrawMarks(pen);
            for (var i = 0; i < sheet.Length; i++)
            {
                WriteCard(pen, @event, sheet[i], Left + (i % Columns * CardWidth), Top + (i / Columns * CardHeight));
            }

            pen.EndPage();
        }
    }

    private static IEnumerable<(string Name, string Affiliation)> Names(PaperGuest guest) =>
        [(guest.Name, guest.Affiliation), .. guest.Companions.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => (name, ""))];

    private static void WriteCard(PaperPen pen, PaperEvent @event, (string Name, string Affiliation) person, float x, float y)
    {
        y += Inset;
        WriteIn(pen, @event.Title, x, y, TitleHeight, TitleSize);
        y += TitleHeight;
        WriteIn(pen, person.Name, x, y, NameHeight, NameSize, bold: true);
        y += NameHeight;
        WriteIn(pen, person.Affiliation, x, y, AffiliationHeight, AffiliationSize);
        y += AffiliationHeight;
        WriteIn(pen, @event.Day, x, y, CardHeight - (2 * Inset) - TitleHeight - NameHeight - AffiliationHeight, DaySize);
    }

    /// <summary>In the middle of a band of the card, smaller where it would not fit.</summary>
    private static void WriteIn(PaperPen pen, string text, float x, float y, float height, float wished, bool bold = false)
    {
        var (size, lines) = pen.Fit(text, Inner, height, wished, bold);
        var foot = y + ((height - (lines.Count * size * LineHeight)) / 2) + size;
        foreach (var line in lines)
        {
            pen.Write(line, x + ((CardWidth - pen.Width(line, size, bold)) / 2), foot, size, bold);
            foot += size * LineHeight;
        }
    }

    private static void DrawMarks(PaperPen pen)
    {
        for (var column = 0; column <= Columns; column++)
        {
            var x = Left + (column * CardWidth);
            pen.Line(x, Top - MarkGap - MarkLength, x, Top - MarkGap);
            pen.Line(x, PageHeight - Top + MarkGap, x, PageHeight - Top + MarkGap + MarkLength);
        }

        for (var row = 0; row <= Rows; row++)
        {
            var y = Top + (row * CardHeight);
            pen.Line(Left - MarkGap - MarkLength, y, Left - MarkGap, y);
            pen.Line(PageWidth - Left + MarkGap, y, PageWidth - Left + MarkGap + MarkLength, y);
        }
    }
}
