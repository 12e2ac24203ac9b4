namespace InstituteCms;

/// <summary>One page of a list.</summary>
/// <param name="Number">1 is the first.</param>
/// <param name="Total">Entries on all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Entries, int Number, int Size, int Total)
{
    public int LastNumber => Math.Max(1, (Total + Size - 1) / Size);

    public Page<TOther> With<TOther>(IReadOnlyList<TOther> entries) => new(entries, Number, Size, Total);
}
