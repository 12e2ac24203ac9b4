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
    public static Task WriteAsync(Stream stream, RegistrationTable table, CancellationToken cancellationToken) =>
        WriteAsync(stream, table.ReadRowsAsync(cancellationToken).Select(row => row.Select(Text)).Prepend(table.Heads));

    /// <summary>Writes rows of texts; the stream stays open.</summary>
    public static async Task WriteAsync(Stream stream, IAsyncEnumerable<IEnumerable<string>> rows)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        await foreach (var row in rows)
        {
            foreach (var field in row)
            {
                csv.WriteField(SpreadsheetText.Safe(field));
            }

            await csv.NextRecordAsync();
        }
    }

    private static string Text(object? cell) => cell switch
    {
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell?.ToString() ?? "",
    };
}
