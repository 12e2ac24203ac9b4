using InstituteCms.Exports;

namespace InstituteCms.Imports;

/// <summary>The lines that were left out, as they stood in the table and with the reason: to be mended and imported again.</summary>
public static class LeftOutFile
{
    /// <summary>The file in an address of its own, so that nothing of it has to be kept.</summary>
    public static async Task<string> ToAddressAsync(ImportPage page, string reasonHead, Func<ImportLine, string> reason)
    {
        var heads = page.Form.Sheet.Heads;
        var rows = page.LeftOut.Select(line => heads.Select((_, column) => line.Row.Cells.ElementAtOrDefault(column) ?? "").Append(reason(line)));
        using var bytes = new MemoryStream();
        await CsvTable.WriteAsync(bytes, rows.Prepend(heads.Append(reasonHead)).ToAsyncEnumerable());
        return "data:text/csv;base64," + Convert.ToBase64String(bytes.ToArray());
    }
}
