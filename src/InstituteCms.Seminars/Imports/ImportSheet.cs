using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace InstituteCms.Imports;

/// <summary>A table of comma-, semicolon- or tab-separated values: the heads and the rows.</summary>
public sealed record ImportSheet(IReadOnlyList<string> Heads, IReadOnlyList<ImportRow> Rows)
{
    public const int MaxRows = 5_000;
    public const int MaxColumns = 60;

    private static readonly char[] _separators = [',', ';', '\t'];

    /// <summary>Reads the table; one row more than may be imported is read, so that it is known that there are too many.</summary>
    public static ImportSheet Read(string text)
    {
        var isBroken = false;
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = SeparatorOf(text),
            BadDataFound = found => isBroken |= found.Field.AsSpan().TrimStart() is ['"', ..],
            IgnoreBlankLines = false, // They are counted.
            TrimOptions = TrimOptions.Trim,
        });
        var rows = new List<ImportRow>();
        string[] heads = [];
        var line = 1;
        while (rows.Count <= MaxRows && csv.Read())
        {
            isBroken = false;
            string[] cells = csv.Record ?? [];
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                // A row of separators is what a spreadsheet leaves of rows that were emptied.
            }
            else if (heads.Length == 0)
            {
                heads = cells;
            }
            else
            {
                rows.Add(new(line, cells, isBroken));
            }

            line = csv.RawRow + 1;
        }

        return new(heads, rows);
    }

    private static string SeparatorOf(string text)
    {
        var line = text.AsSpan().TrimStart("\r\n");
        var head = line[..(line.IndexOfAny('\r', '\n') is var end and >= 0 ? end : line.Length)].ToString();
        return _separators.MaxBy(separator => head.Count(letter => letter == separator)).ToString();
    }
}
