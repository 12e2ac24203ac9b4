using InstituteCms.Questions;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;

namespace InstituteCms.Imports;

/// <summary>What a column may hold, as a question of the event.</summary>
public sealed record ImportChoice(string Value, Wording Label)
{
    public bool Says(string head) => Label.Says(head) || (head is ['\'', ..] && Label.Says(head[1..]));
}

/// <summary>The page on which a table is understood and tried out.</summary>
/// <param name="Lines">What would become, or became, of the lines; empty before they were looked at.</param>
public sealed record ImportPage(ContentItem Event, ImportForm Form, IReadOnlyList<ImportLine> Lines)
{
    /// <summary>Whether it was done, and these lines are left over.</summary>
    public bool IsDone { get; init; }

    public int Confirmed => Count(RegistrationStatus.Confirmed);

    public int Waitlisted => Count(RegistrationStatus.Waitlisted);

    public int Refused => Lines.Count - Confirmed - Waitlisted;

    /// <summary>The questions that are asked.</summary>
    public static IReadOnlyList<ImportChoice> ChoicesOf(ContentItem @event) =>
        [.. @event.GetOrCreate<QuestionsPart>().Questions.Where(question => !question.Retired).Select(question => new ImportChoice(question.Id, question.Label))];

    /// <summary>A few cells of a column, so that it is recognised.</summary>
    public string Sample(int column) =>
        string.Join(" · ", Form.Sheet.Rows.Select(row => row.Cells.ElementAtOrDefault(column)).Where(cell => !string.IsNullOrWhiteSpace(cell)).Take(3));

    private int Count(RegistrationStatus status) => Lines.Count(line => line.Outcome is RegistrationOutcome.Accepted accepted && accepted.Status == status);
}
