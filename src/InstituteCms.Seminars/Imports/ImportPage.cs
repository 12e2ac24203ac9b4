using InstituteCms.Events;
using InstituteCms.Questions;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;

namespace InstituteCms.Imports;

/// <summary>A page of an import: the columns of a table, what would become of its lines, or what became of them.</summary>
/// <param name="Lines">The lines with their outcomes; empty before they were looked at.</param>
public sealed record ImportPage(ContentItem Event, ImportForm Form, IReadOnlyList<ImportLine> Lines)
{
    /// <summary>Lines that a page shows; all are counted, and what is left out can be downloaded.</summary>
    public const int MostShown = 500;

    /// <summary>The questions that are asked.</summary>
    public IReadOnlyList<Question> Questions => Event.GetOrCreate<QuestionsPart>().Asked();

    /// <summary>Ways of taking part that people choose between.</summary>
    public IReadOnlyList<AttendanceMode> Modes => Event.GetOrCreate<EventPart>().Modes();

    /// <summary>What a column may hold.</summary>
    public IEnumerable<ImportColumn> Kinds => Enum.GetValues<ImportColumn>().Where(kind => kind != ImportColumn.Mode || Modes.Count > 1);

    public int Confirmed => Count(RegistrationStatus.Confirmed);

    public int Offered => Count(RegistrationStatus.Offered);

    public int Waitlisted => Count(RegistrationStatus.Waitlisted);

    public int AlreadyRegistered => Lines.Count(line => line.IsAlreadyRegistered);

    /// <summary>Those for which there is no registration, and why is to be looked at.</summary>
    public int Wrong => LeftOut.Count - AlreadyRegistered;

    /// <summary>Those who are, or would be, registered in whatever way.</summary>
    public int Accepted => Lines.Count - LeftOut.Count;

    /// <summary>Those that are not.</summary>
    public IReadOnlyList<ImportLine> LeftOut { get; } = [.. Lines.Where(line => line.Status is null)];

    /// <summary>A few cells of a column, so that it is recognised.</summary>
    public string Sample(int column) =>
        string.Join(" · ", Form.Sheet.Rows.Select(row => row.Cells.ElementAtOrDefault(column)).Where(cell => !string.IsNullOrWhiteSpace(cell)).Take(3));

    private int Count(RegistrationStatus status) => Lines.Count(line => line.Status == status);
}
