using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Editors;

/// <summary>What an editor wants done with one row of a list: without script on the next save, with script at once.</summary>
public sealed class RowTools
{
    /// <summary>The place the row is to have; 1 is the first.</summary>
    public int? Place { get; set; }

    public bool Remove { get; set; }
}

/// <summary>The repeated rows of a form.</summary>
public static class EditorRows
{
    /// <summary>The rows in their new order, without those to be removed. A row that is moved goes before the one whose place it takes if it moves up, behind it if it moves down.</summary>
    public static List<(T Row, RowTools Tools)> Arrange<T>(IReadOnlyList<T> rows, IReadOnlyList<RowTools> tools) =>
    [
        .. rows.Select((row, index) => (Row: row, Tools: index < tools.Count ? tools[index] : new(), Place: index + 1))
            .Where(row => !row.Tools.Remove)
            .OrderBy(row => row.Tools.Place ?? row.Place)
            .ThenBy(row => (row.Tools.Place ?? row.Place).CompareTo(row.Place))
            .Select(row => (row.Row, row.Tools))
    ];

    /// <summary>Forgets what was typed into the rows, so that a form shown again takes them from the part, with their new places.</summary>
    public static void Forget(ModelStateDictionary form, string prefix, params ReadOnlySpan<string> lists)
    {
        foreach (var list in lists)
        {
            var start = $"{prefix}.{list}[";
            foreach (var key in form.Keys.Where(key => key.StartsWith(start, StringComparison.Ordinal)).ToList())
            {
                form.Remove(key);
            }
        }
    }
}
