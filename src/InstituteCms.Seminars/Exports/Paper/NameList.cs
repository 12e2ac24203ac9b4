using System.Globalization;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using static InstituteCms.Exports.Paper.PaperPen;

namespace InstituteCms.Exports.Paper;

/// <summary>A list for the door: a box to tick, the name, where the person belongs, how many come. A row grows with what stands in it; nothing is cut.</summary>
public sealed class NameList
{
    private const float Margin = 15 * Millimetre;
    private const float Bottom = PageHeight - Margin - (8 * Millimetre);
    private const float TitleSize = 15, FactSize = 9.5f, HeadSize = 8.5f, NameSize = 11, TextSize = 9;
    private const float Box = 3.6f * Millimetre;
    private const float Gap = 3 * Millimetre;
    private const float RowGap = 1.6f * Millimetre;

    private readonly IStringLocalizer S;

    public NameList(IStringLocalizer<NameList> localizer) => S = localizer;

    /// <summary>Writes the pages.</summary>
    /// <param name="guests">In the order in which they are listed.</param>
    /// <param name="asksMode">Whether people take part in one of two ways.</param>
    /// <param name="asOf">When the list was made, in words.</param>
    public void Write(PaperPen pen, PaperEvent @event, IReadOnlyList<PaperGuest> guests, bool asksMode, string asOf)
    {
        var columns = Columns(asksMode);
        var heading = Heading(pen, @event, guests, asOf);
        var pages = Paginate([.. guests.Select(guest => Row(pen, columns, guest))], Bottom - HeadingHeight(heading));
        for (var number = 1; number <= pages.Count; number++)
        {
            pen.StartPage();
            var y = WriteHeading(pen, columns, heading);
            foreach (var row in pages[number - 1])
            {
                y = WriteRow(pen, columns, row, y);
            }

            pen.Write(S["Page {0} of {1}", number, pages.Count], Margin, PageHeight - Margin, HeadSize);
            pen.EndPage();
        }
    }

    private List<Column> Columns(bool asksMode)
    {
        var room = PageWidth - (2 * Margin) - Box - Gap;
        (string Head, float Share, Func<PaperGuest, string> Text)[] shares =
        [
            (S["Name"], asksMode ? 0.42f : 0.46f, guest => guest.Name),
            (S["Affiliation"], asksMode ? 0.32f : 0.4f, guest => guest.Affiliation),
            .. asksMode ? [(S["Takes part"].Value, 0.14f, ModeOf)] : Array.Empty<(string, float, Func<PaperGuest, string>)>(),
            (S["Number of people"], asksMode ? 0.12f : 0.14f, guest => guest.Seats.ToString(CultureInfo.CurrentCulture)),
        ];
        var x = Margin + Box + Gap;
        return [.. shares.Select(share => new Column(share.Head, (x += share.Share * room) - (share.Share * room), (share.Share * room) - Gap, share.Text))];
    }

    private string ModeOf(PaperGuest guest) => guest.Mode == AttendanceMode.Online ? S["Online"] : S["In person"];

    private List<Text> Heading(PaperPen pen, PaperEvent @event, IReadOnlyList<PaperGuest> guests, string asOf)
    {
        var width = PageWidth - (2 * Margin);
        var people = S.Plural(guests.Sum(guest => guest.Seats), "{0} person", "{0} people");
        var registrations = S.Plural(guests.Count, "{0} registration", "{0} registrations");
        string[] facts = [@event.When, @event.Place, S["Total: {0}, {1}", registrations, people], S["As of {0}", asOf]];
        return
        [
            .. pen.Wrap(@event.Title, width, TitleSize, bold: true).Select(line => new Text(line, TitleSize, true)),
            .. facts.SelectMany(fact => pen.Wrap(fact, width, FactSize)).Select(line => new Text(line, FactSize, false)),
        ];
    }

    private static float HeadingHeight(List<Text> heading) => Margin + heading.Sum(line => line.Height) + Gap + (2 * HeadSize * LineHeight) + RowGap;

    private static float WriteHeading(PaperPen pen, List<Column> columns, List<Text> heading)
    {
        var y = WriteLines(pen, heading, Margin, Margin) + Gap;
        foreach (var column in columns)
        {
            WriteLines(pen, pen.Wrap(column.Head, column.Width, HeadSize).Select(line => new Text(line, HeadSize, true)), column.X, y);
        }

        y += 2 * HeadSize * LineHeight;
        pen.Line(Margin, y, PageWidth - Margin, y);
        return y + RowGap;
    }

    private List<List<Text>> Row(PaperPen pen, List<Column> columns, PaperGuest guest)
    {
        var cells = columns.Select(column => column.Text(guest)).Select((text, at) => Lines(pen, text, columns[at].Width, at == 0 ? NameSize : TextSize, at == 0)).ToList();
        if (guest.Companions.Count > 0)
        {
            cells[0].AddRange(Lines(pen, S["With {0}", string.Join(S[", "], guest.Companions)], columns[0].Width, TextSize, bold: false));
        }

        return cells;
    }

    private static List<Text> Lines(PaperPen pen, string text, float width, float size, bool bold) =>
        [.. pen.Wrap(text, width, size, bold).Select(line => new Text(line, size, bold))];

    private static float WriteRow(PaperPen pen, List<Column> columns, List<List<Text>> row, float y)
    {
        pen.Box(Margin, y + 1, Box);
        foreach (var (column, cell) in columns.Zip(row))
        {
            WriteLines(pen, cell, column.X, y);
        }

        return y + HeightOf(row);
    }

    private static float WriteLines(PaperPen pen, IEnumerable<Text> lines, float x, float y)
    {
        foreach (var line in lines)
        {
            pen.Write(line.Words, x, y + line.Size, line.Size, line.Bold);
            y += line.Height;
        }

        return y;
    }

    private static float HeightOf(List<List<Text>> row) => Math.Max(Box, row.Max(cell => cell.Sum(line => line.Height))) + RowGap;

    /// <summary>As many rows to a page as have room, and one page at least.</summary>
    private static List<List<List<List<Text>>>> Paginate(IReadOnlyList<List<List<Text>>> rows, float room)
    {
        var pages = new List<List<List<List<Text>>>> { new() };
        var free = room;
        foreach (var row in rows)
        {
            var height = HeightOf(row);
            if (height > free && pages[^1].Count > 0)
            {
                pages.Add([]);
                free = room;
            }

            pages[^1].Add(row);
            free -= height;
        }

        return pages;
    }

    private sealed record Column(string Head, float X, float Width, Func<PaperGuest, string> Text);

    private sealed record Text(string Words, float Size, bool Bold)
    {
        public float Height => Size * LineHeight;
    }
}
