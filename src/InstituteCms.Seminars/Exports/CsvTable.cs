using InstituteCms.Registrations;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace InstituteCms.Exports;

/// <summary>A table as comma-separated values for a spreadsheet program: UTF-8 with a byte order mark.</summary>
public static class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>Writes the table; the stream stays open.</summary>
    public static async Task WriteAsync(Stream stream, RegistrationTable table, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        await WriteRowAsync(csv, table.Heads);
        await foreach (var row in table.ReadRowsAsync(cancellationToken))
        {
            await WriteRowAsync(csv, row.Select(Text));
        }
    }

    private static Task WriteRowAsync(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(SpreadsheetText.Safe(field));
        }

        return csv.NextRecordAsync();
    }

    private static string Text(object? cell) => cell switch
    {
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell?.ToString() ?? "",
    };
}
