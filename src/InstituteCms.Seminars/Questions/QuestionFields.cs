using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.ContentManagement;

namespace InstituteCms.Questions;

/// <summary>An event's questions as fields of a form: the model of the partial view <c>_Questions</c>.</summary>
/// <param name="Questions">Those that are asked, in their order.</param>
/// <param name="Given">What stands in the fields.</param>
/// <param name="Prefix">What the names of the fields start with: the form's, then <c>Answers</c>.</param>
/// <param name="SensitiveDays">Days after the event's end for which sensitive answers are kept.</param>
public sealed record QuestionFields(IReadOnlyList<Question> Questions, AnswersForm Given, string Prefix, int SensitiveDays)
{
    /// <summary>Prefix of the form in which visitors register.</summary>
    public const string FormPrefix = "Form.Answers";

    /// <summary>Language of the page: <c>en</c> or <c>ja</c>.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "ja" : "en";

    /// <summary>The questions of an event, with what was typed or answered before.</summary>
    public static QuestionFields Of(ContentItem @event, AnswersForm given, string prefix = FormPrefix)
    {
        var part = @event.GetOrCreate<QuestionsPart>();
        return new(part.Asked(), given, prefix, part.SensitiveDays);
    }

    /// <summary>The same with nothing that has to be answered: for organisers, who may not know.</summary>
    public QuestionFields Optional() => this with { Questions = [.. Questions.Select(question => question with { Required = false })] };

    /// <summary>The answers, each problem being noted at its field.</summary>
    /// <param name="form">Where problems are noted.</param>
    /// <param name="texts">Says them.</param>
    /// <param name="before">Answers of before: those to questions that are asked no more stay.</param>
    public IReadOnlyList<Answer> Check(ModelStateDictionary form, AnswerTexts texts, IReadOnlyList<Answer>? before = null)
    {
        var checkedAnswers = AnswerRules.Check(Questions, Given.To, Language);
        foreach (var (question, problem) in checkedAnswers.Problems)
        {
            form.AddModelError(Name(question), texts.Problem(problem, question));
        }

        return [.. checkedAnswers.Answers, .. (before ?? []).Where(answer => !Questions.Any(question => question.Id == answer.QuestionId))];
    }

    public string Name(Question question) => $"{Prefix}.{question.Id}";

    public string FieldId(Question question) => Name(question).Replace('.', '_');
}
