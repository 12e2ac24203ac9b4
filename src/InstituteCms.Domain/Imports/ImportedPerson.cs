using System.Globalization;
using InstituteCms.Questions;
using InstituteCms.Registrations;
using InstituteCms.Texts;

namespace InstituteCms.Imports;

/// <summary>The cells of one row, by what their columns hold.</summary>
public sealed class ImportedPerson
{
    private static readonly string[] _yes = ["yes", "y", "true", "1", "はい", "○", "有", "あり"];
    private static readonly string[] _no = ["no", "n", "false", "0", "いいえ", "×", "無", "なし"];
    private static readonly string[] _english = ["en", "en-us", "en-gb", "english", "英語"];
    private static readonly string[] _japanese = ["ja", "ja-jp", "jp", "japanese", "日本語"];
    private static readonly string[] _venue = ["in person", "inperson", "in-person", "venue", "on site", "on-site", "onsite", "会場", "会場参加", "対面", "現地", "現地参加"];
    private static readonly string[] _online = ["online", "on-line", "remote", "zoom", "オンライン", "オンライン参加", "リモート", "遠隔"];

    private readonly Dictionary<string, string> _cells;

    /// <summary>Reads a row; what is read of a name, an address or an answer is what stands there, and is not looked at.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">For each column the name of an <see cref="ImportColumn"/>, the id of a question, or nothing; none twice.</param>
    public ImportedPerson(ImportRow row, IEnumerable<string?> columns) => _cells = row.Cells.Zip(columns)
        .Where(cell => !string.IsNullOrEmpty(cell.Second))
        .ToDictionary(cell => cell.Second!, cell => Plain(cell.First));

    /// <summary>What stands in a column; empty where the table has none of this kind.</summary>
    public string this[ImportColumn column] => _cells.GetValueOrDefault(column.ToString(), "");

    /// <summary>
    /// The name as it shall be written, from one column or from two: then the family name stands first if it is written in a script of East
    /// Asia, and last otherwise.
    /// </summary>
    public string Name => this switch
    {
        _ when this[ImportColumn.Name] is { Length: > 0 } whole => whole,
        _ when this[ImportColumn.FamilyName] is var family && family.EnumerateRunes().Any(EastAsian.Is) => $"{family} {this[ImportColumn.GivenName]}".Trim(),
        _ => $"{this[ImportColumn.GivenName]} {this[ImportColumn.FamilyName]}".Trim(),
    };

    /// <summary>1, and those who come along, where nothing is said; <see langword="null"/> for what is no number of seats.</summary>
    public int? Seats => this[ImportColumn.Seats] is not { Length: > 0 } said ? 1 + Companions.Count
        : int.TryParse(Folded.Text(said).TrimEnd('名', '人', '席'), NumberStyles.None, CultureInfo.InvariantCulture, out var seats) && seats is >= 1 and <= RegistrationRules.LargestParty ? seats
        : null;

    /// <summary>Names of those who come along.</summary>
    public IReadOnlyList<string> Companions =>
        this[ImportColumn.Companions].Split([';', '、', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The language, <c>en</c> or <c>ja</c>, or <paramref name="otherwise"/> where nothing is said; <see langword="null"/> for what is neither.</summary>
    public string? Language(string otherwise) => Folded.Text(this[ImportColumn.Language]) switch
    {
        "" => otherwise,
        var said when _english.Contains(said) => "en",
        var said when _japanese.Contains(said) => "ja",
        _ => null,
    };

    /// <summary>How the person takes part, or <paramref name="otherwise"/> where nothing is said; <see langword="null"/> for what is neither.</summary>
    public AttendanceMode? Mode(AttendanceMode otherwise) => Folded.Text(this[ImportColumn.Mode]) switch
    {
        "" => otherwise,
        var said when _venue.Contains(said) => AttendanceMode.InPerson,
        var said when _online.Contains(said) => AttendanceMode.Online,
        _ => null,
    };

    /// <summary>The answer as a form would send it.</summary>
    public IReadOnlyList<string> AnswersTo(Question question)
    {
        var said = _cells.GetValueOrDefault(question.Id, "");
        return question.Kind switch
        {
            _ when said.Length == 0 => [],
            QuestionKind.OneChoice => [ChoiceOf(question, said)],
            QuestionKind.SeveralChoices =>
                [.. said.Split([';', '、', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => ChoiceOf(question, one))],
            QuestionKind.YesNo => [_yes.Contains(Folded.Text(said)) ? Answer.Yes : _no.Contains(Folded.Text(said)) ? Answer.No : said],
            _ => [said],
        };
    }

    private static string ChoiceOf(Question question, string said) => question.Choices.FirstOrDefault(choice => choice.Label.Says(said))?.Id ?? said;

    /// <summary>Without the apostrophe that an export puts before what a spreadsheet would calculate, and without halves of characters.</summary>
    private static string Plain(string cell) => Folded.Whole(cell is ['\'', .. var text] && SpreadsheetText.Safe(text) == cell ? text : cell).Trim();
}
