using System.Globalization;

namespace InstituteCms.Questions;

/// <summary>What a form comes to: the answers that are kept, and what is wrong with others.</summary>
/// <param name="Answers">In the order of their questions.</param>
/// <param name="Problems">In the order of their questions; at most one each.</param>
public sealed record CheckedAnswers(IReadOnlyList<Answer> Answers, IReadOnlyList<(Question Question, AnswerProblem Problem)> Problems);

/// <summary>Which questions are asked, and which answers are taken.</summary>
public static class AnswerRules
{
    /// <summary>The longest answer of one line, in characters.</summary>
    public const int MaxShortText = 200;
    /// <summary>The longest answer of some paragraphs, in characters.</summary>
    public const int MaxLongText = 2_000;

    private const string Day = "yyyy-MM-dd";

    private static readonly string[] _daysAsTyped = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d"];

    /// <summary>
    /// Takes the answers to the questions that are shown. What was typed for a hidden one is dropped, and a hidden one is never missing:
    /// without script a visitor sees all of them.
    /// </summary>
    /// <param name="questions">In the order in which they are asked.</param>
    /// <param name="given">What the form holds for a question's id; nothing where it holds nothing.</param>
    /// <param name="language">Language in which the questions were read.</param>
    public static CheckedAnswers Check(IEnumerable<Question> questions, Func<string, IReadOnlyList<string>> given, string language)
    {
        var answers = new List<Answer>();
        var problems = new List<(Question, AnswerProblem)>();
        var shown = new Dictionary<string, (QuestionKind Kind, IReadOnlyList<string> Values)>();
        foreach (var question in questions.Where(question => !question.Retired && IsShown(question, shown)))
        {
            var (values, problem) = Read(question, given(question.Id));
            shown[question.Id] = (question.Kind, values);
            if (problem is { } wrong)
            {
                problems.Add((question, wrong));
            }
            else if (values.Count > 0)
            {
                answers.Add(Answer.To(question, values, language));
            }
        }

        return new(answers, problems);
    }

    /// <summary>How many characters an answer may have.</summary>
    public static int MaxLength(QuestionKind kind) => kind == QuestionKind.LongText ? MaxLongText : MaxShortText;

    /// <summary>A day as it is kept, from one as it may be typed; <see langword="null"/> where there is no such day.</summary>
    public static string? ToDay(string text) =>
        DateOnly.TryParseExact(Folded.Text(text), _daysAsTyped, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString(Day, CultureInfo.InvariantCulture)
            : null;

    /// <summary>A question that depends on another one is shown if that one is, and was answered so.</summary>
    private static bool IsShown(Question question, Dictionary<string, (QuestionKind Kind, IReadOnlyList<string> Values)> shown) =>
        question.Condition is not { } condition
        || (shown.TryGetValue(condition.QuestionId, out var earlier) && condition.Holds(earlier.Kind, earlier.Values));

    private static (IReadOnlyList<string> Values, AnswerProblem? Problem) Read(Question question, IReadOnlyList<string> given)
    {
        string[] values = [.. given.Select(value => Clean(value, question.Kind)).Where(value => value.Length > 0).Distinct()];
        return (question.Kind, values) switch
        {
            (_, []) => ([], question.Required ? AnswerProblem.Missing : null),
            (QuestionKind.SeveralChoices, _) => InOrder(question, values),
            (QuestionKind.OneChoice, _) => (values, values is [var id] && question.FindChoice(id) is not null ? null : AnswerProblem.NotAChoice),
            (QuestionKind.YesNo, _) => (values, values is [Answer.Yes or Answer.No] ? null : AnswerProblem.NotAChoice),
            (QuestionKind.Date, _) => ToDay(values[0]) is { } day ? ([day], null) : ([values[0]], AnswerProblem.NotADate),
            _ => ([values[0]], values[0].Length > MaxLength(question.Kind) ? AnswerProblem.TooLong : null),
        };
    }

    private static (IReadOnlyList<string> Values, AnswerProblem? Problem) InOrder(Question question, string[] values) =>
        Array.TrueForAll(values, value => question.FindChoice(value) is not null)
            ? ([.. question.Choices.Select(choice => choice.Id).Where(values.Contains)], null)
            : (values, AnswerProblem.NotAChoice);

    /// <summary>Without what nobody can see: control characters, and line breaks where one line is asked for.</summary>
    private static string Clean(string text, QuestionKind kind)
    {
        var lines = Folded.Whole(text).ReplaceLineEndings("\n");
        return new string([.. lines.Select(letter => !char.IsControl(letter) || (letter == '\n' && kind == QuestionKind.LongText) ? letter : ' ')]).Trim();
    }
}
