namespace InstituteCms.Speakers;

/// <summary>A name as people are announced: with the honorific before it, or without (schema.org: <c>honorificPrefix</c>, <c>name</c>).</summary>
public readonly record struct PersonName(string? Honorific, string Name)
{
    private static readonly HashSet<string> _honorifics = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr", "Ms", "Mrs", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Hon", "H.E", "HE", "Amb", "Ambassador", "Rev",
    };

    /// <summary>“Prof. Dr. Ann One” is “Ann One”, a “Prof. Dr.”. What is nothing but honorifics is taken for a name.</summary>
    public static PersonName Parse(string announced)
    {
        var words = announced.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var count = words.TakeWhile(word => _honorifics.Contains(word.TrimEnd('.'))).Count();
        return count == 0 || count == words.Length
            ? new(null, announced.Trim())
            : new(string.Join(' ', words[..count]), string.Join(' ', words[count..]));
    }

    /// <summary>A name as it was announced; one that was announced without an honorific gets the one that is known of the person.</summary>
    public static string WithHonorific(string announced, string? honorific) =>
        string.IsNullOrWhiteSpace(honorific) || Parse(announced).Honorific is not null ? announced : $"{honorific} {announced}";
}
