using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Questions;

/// <summary>Says what was answered, and what is wrong with an answer, in the language of the page.</summary>
public sealed class AnswerTexts
{
    private readonly IStringLocalizer S;

    public AnswerTexts(IStringLocalizer<AnswerTexts> localizer) => S = localizer;

    public string Problem(AnswerProblem problem, Question question) => (problem, question.Kind) switch
    {
        (AnswerProblem.Missing, QuestionKind.OneChoice or QuestionKind.YesNo) => S["Choose an answer."],
        (AnswerProblem.Missing, QuestionKind.SeveralChoices) => S["Choose at least one answer."],
        (AnswerProblem.Missing, QuestionKind.Date) => S["Enter a date."],
        (AnswerProblem.Missing, _) => S["Please answer this question."],
        (AnswerProblem.TooLong, _) => S["Enter at most {0} characters.", AnswerRules.MaxLength(question.Kind)],
        (AnswerProblem.NotAChoice, _) => S["Choose one of the answers that are offered."],
        (AnswerProblem.NotADate, _) => S["This day is not in the calendar. Enter a date such as {0}.", "2026-11-30"],
        _ => throw new UnreachableException(),
    };

    /// <summary>An answer in words, as the person read the choices.</summary>
    public string Words(Answer answer) => answer.Kind switch
    {
        QuestionKind.OneChoice or QuestionKind.SeveralChoices => Join(answer.Words),
        _ => Words(answer.Kind, answer.Values),
    };

    /// <summary>An answer in words, with the choices as they are called now, as far as they are still there.</summary>
    public string Words(Answer answer, Question question) => answer.Kind switch
    {
        QuestionKind.OneChoice or QuestionKind.SeveralChoices => Join(answer.Values.Select((value, at) =>
            question.FindChoice(value)?.Label.In(QuestionFields.Language) ?? answer.Words.ElementAtOrDefault(at) ?? value)),
        _ => Words(answer.Kind, answer.Values),
    };

    /// <summary>A yes or no.</summary>
    public string YesNo(string value) => value == Answer.Yes ? S["Yes"] : S["No"];

    private string Words(QuestionKind kind, IReadOnlyList<string> values) => (kind, values) switch
    {
        (_, []) => "",
        (QuestionKind.YesNo, _) => YesNo(values[0]),
        (QuestionKind.Date, _) when DateOnly.TryParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day.ToString("D", CultureInfo.CurrentCulture),
        _ => values[0],
    };

    private static string Join(IEnumerable<string> words) => string.Join("; ", words);
}
