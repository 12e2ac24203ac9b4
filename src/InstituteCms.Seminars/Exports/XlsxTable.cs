using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InstituteCms.Registrations;

namespace InstituteCms.Exports;

/// <summary>A table as a workbook of one sheet (Office Open XML), its head kept in sight.</summary>
public static class XlsxTable
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What a cell can hold.</summary>
    private const int MaxLength = 32_767;

    /// <summary>Widths, in letters.</summary>
    private const double TimeWidth = 17, TextWidth = 24;

    private const uint HeadStyle = 1, TimeStyle = 2;

    /// <summary>Writes the table; the stream stays open.</summary>
    public static async Task WriteAsync(Stream stream, string sheetName, RegistrationTable table, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(FrozenHead());
            writer.WriteElement(new Columns(table.Heads.Select((head, at) => Width(at, head))));
            writer.WriteStartElement(new SheetData());
            writer.WriteElement(new Row(table.Heads.Select(head => Text(head, HeadStyle))));
            await foreach (var row in table.ReadRowsAsync(cancellationToken))
            {
                writer.WriteElement(new Row(row.Select(Cell)));
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = sheetName }));
    }

    private static Cell Cell(object? value) => value switch
    {
        DateTimeOffset time => new() { StyleIndex = TimeStyle, CellValue = new(time.DateTime.ToOADate().ToString(CultureInfo.InvariantCulture)) },
        int number => new() { CellValue = new(number) },
        _ => Text(value?.ToString() ?? "", style: 0),
    };

    /// <summary>A text, and marked as one: nobody's name is a formula, here or in what is made of the file later.</summary>
    private static Cell Text(string text, uint style) => new()
    {
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new(new Text(SpreadsheetText.Safe(Fit(text))) { Space = SpaceProcessingModeValues.Preserve }),
    };

    /// <summary>Without what XML cannot hold, such as control characters that somebody has pasted.</summary>
    private static string Fit(string text)
    {
        var fit = string.Concat(text.EnumerateRunes().Where(rune => rune.Utf16SequenceLength == 2 || XmlConvert.IsXmlChar((char)rune.Value)));
        return fit.Length <= MaxLength ? fit : fit[..MaxLength];
    }

    private static SheetViews FrozenHead() => new(new SheetView(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 });

    private static Column Width(int at, string head) => new()
    {
        Min = (uint)at + 1, Max = (uint)at + 1, CustomWidth = true, Width = head.EndsWith(')') ? TimeWidth : TextWidth,
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd hh:mm" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
}
