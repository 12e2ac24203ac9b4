namespace InstituteCms.Kernel.Display;

/// <summary>A place read from <c>/Zone.Child:position#Tab;1%Card;1|Column_3;1@Group</c>; tabs, cards and columns are dropped.</summary>
internal sealed record ShapeLocation(bool IsLayoutZone, IReadOnlyList<string> Zones, string Position, string? Group)
{
    private static readonly char[] _groupings = ['#', '%', '|', '@'];

    public string[] Alternates { get; init; } = [];

    public string[] Wrappers { get; init; } = [];

    public static ShapeLocation Parse(string location)
    {
        var isLayoutZone = location.StartsWith('/');
        var text = location.TrimStart('/');
        var at = text.IndexOf('@', StringComparison.Ordinal);
        string? group = null;
        if (at >= 0)
        {
            var end = text.IndexOfAny(_groupings, at + 1);
            group = end < 0 ? text[(at + 1)..] : text[(at + 1)..end];
        }

        var place = text.Split(_groupings, 2)[0].Split(':', 2);
        var zones = place[0].Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ShapeLocation(isLayoutZone, zones, place.Length > 1 ? place[1] : "", string.IsNullOrEmpty(group) ? null : group);
    }
}
