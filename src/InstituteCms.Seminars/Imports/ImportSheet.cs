using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace InstituteCms.Imports;

/// <summary>One row under the heads.</summary>
/// <param name="Line">Its first line in the file, 1 for the first.</param>
public sealed record ImportRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A table of comma-, semicolon- or tab-separated values: the heads and the rows.</summary>
public sealed record ImportSheet(IReadOnlyList<string> Heads, IReadOnlyList<ImportRow> Rows)
{
    public const int MaxRows = 1_000;
    public const int MaxColumns = 60;

    private static readonly char[] _separators = [',', ';', '\t'];

    /// <summary>Reads the table; one row more than may be imported is read, so that it is known that there are too many.</summary>
    public static ImportSheet Read(string text)
    {
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = SeparatorOf(text), BadDataFound = null, IgnoreBlankLines = true, TrimOptions = TrimOptions.Trim,
        });
        var rows = new List<ImportRow>();
        IReadOnlyList<string> heads = [];
        var line = 1;
        while (rows.Count <= MaxRows && csv.Read())
        {
            string[] cells = csv.Record ?? [];
            if (heads.Count == 0)
            {
                heads = cells;
            }
            else if (Array.Exists(cells, cell => cell.Length > 0))
            {
                rows.Add(new(line, cells));
            }

            line = csv.RawRow + 1;
        }

        return new(heads, rows);
    }

    private static string SeparatorOf(string text)
    {
        var head = text.AsSpan()[..(text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length)].ToString();
        return _separators.MaxBy(separator => head.Count(letter => letter == separator)).ToString();
    }
}
