namespace InstituteCms.Questions;

/// <summary>Choices as editors type them: one in a line, the same line in both languages.</summary>
public static class ChoiceLines
{
    /// <summary>The lines of one language.</summary>
    /// <param name="choices">In their order.</param>
    /// <param name="language">The words of one language.</param>
    public static string Write(IEnumerable<Choice> choices, Func<Wording, string?> language) =>
        string.Join('\n', choices.Select(choice => language(choice.Label)?.Trim())).TrimEnd('\n');

    /// <summary>
    /// The choices that the lines name. One that says what it said before in either language keeps its id, wherever it now stands;
    /// so does one whose wording is mended where it stands.
    /// </summary>
    /// <param name="english">A line each; empty where only Japanese is written.</param>
    /// <param name="japanese">A line each; empty where only English is written.</param>
    /// <param name="before">The choices of before.</param>
    public static IReadOnlyList<Choice> Read(string? english, string? japanese, IReadOnlyList<Choice> before)
    {
        var (one, other) = (Lines(english), Lines(japanese));
        var labels = Enumerable.Range(0, Math.Max(one.Length, other.Length))
            .Select(line => new Wording(At(one, line), At(other, line)))
            .Where(label => !label.IsEmpty)
            .ToArray();
        var left = before.ToList();
        var kept = labels.Select(label => Take(left, choice => SaysTheSame(choice.Label, label))).ToArray();
        return [.. labels.Select((label, place) => new Choice(kept[place] ?? Mended(place) ?? QuestionId.New(), label))];

        string? Mended(int place) => place < before.Count ? Take(left, choice => choice == before[place]) : null;
    }

    private static string? Take(List<Choice> choices, Predicate<Choice> which)
    {
        var found = choices.Find(which);
        return found is not null && choices.Remove(found) ? found.Id : null;
    }

    private static bool SaysTheSame(Wording before, Wording now) =>
        (now.English is { } english && new Wording(before.English).Says(english)) || (now.Japanese is { } japanese && new Wording(before.Japanese).Says(japanese));

    private static string[] Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").Split('\n');

    private static string? At(string[] lines, int line) => line < lines.Length && lines[line].Trim() is { Length: > 0 } text ? text : null;
}
