namespace InstituteCms.Imports;

/// <summary>One row of a table, below the heads.</summary>
/// <param name="Line">Its first line in the file, 1 for the first.</param>
/// <param name="Cells">What stands in it, column by column.</param>
/// <param name="IsBroken">Whether a cell begins with a quotation mark that does not end it.</param>
public sealed record ImportRow(int Line, IReadOnlyList<string> Cells, bool IsBroken = false);
