using System.Globalization;
using System.Text;
using CsvHelper;
using InstituteCms.Registrations;

namespace InstituteCms.Imports;

/// <summary>The lines that were left out, as they stood in the table and with the reason: to be mended and imported again.</summary>
public static class LeftOutFile
{
    /// <summary>The file in an address of its own, so that nothing of it has to be kept: comma-separated values, UTF-8 with a byte order mark.</summary>
    public static string ToAddress(ImportPage page, string reasonHead, Func<ImportLine, string> reason)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            Write(csv, [.. page.Form.Sheet.Heads, reasonHead]);
            foreach (var line in page.LeftOut)
            {
                Write(csv, [.. page.Form.Sheet.Heads.Select((_, column) => line.Row.Cells.ElementAtOrDefault(column) ?? ""), reason(line)]);
            }
        }

        return "data:text/csv;base64," + Convert.ToBase64String(bytes.ToArray());
    }

    private static void Write(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(SpreadsheetText.Safe(cell));
        }

        csv.NextRecord();
    }
}
