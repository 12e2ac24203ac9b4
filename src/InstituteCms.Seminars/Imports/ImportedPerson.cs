using System.Globalization;
using InstituteCms.Questions;
using InstituteCms.Registrations;

namespace InstituteCms.Imports;

/// <summary>The cells of one row by what their columns hold.</summary>
internal sealed class ImportedPerson
{
    private static readonly string[] _yes = ["yes", "true", "1", "はい"];
    private static readonly string[] _no = ["no", "false", "0", "いいえ"];

    private readonly Dictionary<string, string> _cells;

    public ImportedPerson(ImportRow row, IList<string?> columns)
    {
        Line = row.Line;
        _cells = row.Cells.Zip(columns)
            .Where(cell => !string.IsNullOrEmpty(cell.Second))
            .ToDictionary(cell => cell.Second!, cell => Plain(cell.First));
    }

    public int Line { get; }

    public string this[ImportColumn column] => _cells.GetValueOrDefault(column.ToString(), "");

    /// <summary>1 where nothing is said; <see langword="null"/> for what is no number of seats.</summary>
    public int? Seats => this[ImportColumn.Seats] is not { Length: > 0 } said ? 1 + Companions.Count
        : int.TryParse(EmailAddressKey.Fold(said), NumberStyles.None, CultureInfo.InvariantCulture, out var seats) && seats is >= 1 and <= RegistrationRules.LargestParty ? seats
        : null;

    public IReadOnlyList<string> Companions =>
        this[ImportColumn.Companions].Split([';', '、', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Where the row says it.</summary>
    public string? Language => EmailAddressKey.From(this[ImportColumn.Language]) switch
    {
        "en" or "english" or "英語" => "en",
        "ja" or "japanese" or "日本語" => "ja",
        _ => null,
    };

    /// <summary>The answer as a form would send it.</summary>
    public IReadOnlyList<string> ValuesFor(Question question)
    {
        var said = _cells.GetValueOrDefault(question.Id, "");
        return question.Kind switch
        {
            _ when said.Length == 0 => [],
            QuestionKind.OneChoice => [ChoiceOf(question, said)],
            QuestionKind.SeveralChoices => [.. said.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => ChoiceOf(question, one))],
            QuestionKind.YesNo => [_yes.Contains(EmailAddressKey.From(said)) ? Answer.Yes : _no.Contains(EmailAddressKey.From(said)) ? Answer.No : said],
            _ => [said],
        };
    }

    private static string ChoiceOf(Question question, string said) => question.Choices.FirstOrDefault(choice => choice.Label.Says(said))?.Id ?? said;

    /// <summary>Without the apostrophe that an export puts before what a spreadsheet would calculate.</summary>
    private static string Plain(string cell) => cell is ['\'', ..] && SpreadsheetText.Safe(cell[1..]) == cell ? cell[1..].Trim() : cell.Trim();
}
