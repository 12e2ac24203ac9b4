using InstituteCms.Questions;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace InstituteCms.Api.Registering;

/// <summary>Holds what programs send to the rules of the form that people fill in, and speaks of it in the words of the API.</summary>
public sealed class RegisterForms
{
    private const string AnswersField = "answers";

    private readonly AnswerTexts _texts;
    private readonly IStringLocalizer S;

    public RegisterForms(AnswerTexts texts, IStringLocalizer<RegisterForms> localizer) => (_texts, S) = (texts, localizer);

    /// <summary>The form that a person would have filled in.</summary>
    public static RegistrationForm ToForm(RegisterRequest request) => new()
    {
        Name = request.Name,
        Email = request.Email,
        Affiliation = request.Affiliation,
        Culture = request.Language,
        Guests = request.Guests,
        Companions = Lines(request.Companions),
        Consent = request.Consent,
        Optional = new() { ReportNews = request.ReportNews },
        NoticeVersion = request.NoticeVersion,
    };

    /// <summary>The same for a registration that there is, with what is to be different.</summary>
    public static EditForm ToForm(Registration registration, ChangeRequest change)
    {
        var form = EditForm.Of(registration);
        form.Name = change.Name ?? form.Name;
        form.Affiliation = change.Affiliation ?? form.Affiliation;
        form.Culture = change.Language ?? form.Culture;
        form.Guests = change.Guests ?? form.Guests;
        form.Companions = change.Companions is null ? form.Companions : Lines(change.Companions);
        return form;
    }

    /// <summary>The answers that are taken; what is wrong is noted at its field.</summary>
    public IReadOnlyList<Answer> Answers(
        ContentItem @event, IReadOnlyDictionary<string, IReadOnlyList<string?>?>? given, ModelStateDictionary state, IReadOnlyList<Answer>? before = null)
    {
        var answers = (given ?? new Dictionary<string, IReadOnlyList<string?>?>())
            .Select(answer => new Answer { QuestionId = answer.Key, Values = [.. (answer.Value ?? []).Select(value => value ?? "")] })
            .ToList();
        var fields = QuestionFields.Of(@event, AnswersForm.From(answers), AnswersField);
        foreach (var unknown in answers.Where(answer => fields.Questions.All(question => question.Id != answer.QuestionId)))
        {
            state.AddModelError($"#/{AnswersField}/{unknown.QuestionId}", S["There is no such question."]);
        }

        return fields.Check(state, _texts, before);
    }

    /// <summary>Everything that is wrong, with the names that the fields have here.</summary>
    public static IReadOnlyList<ApiFieldProblem> Problems(ModelStateDictionary state) =>
    [
        .. state.SelectMany(entry => entry.Value!.Errors.Select(error => ApiFieldProblem.At(
            entry.Key == nameof(RegistrationForm.Culture) ? "#/language" : entry.Key.StartsWith('#') ? entry.Key : ApiRequestFilter.PointerOf(entry.Key),
            error.ErrorMessage))),
    ];

    private static string Lines(IEnumerable<string?>? names) => string.Join('\n', (names ?? []).Select(name => (name ?? "").ReplaceLineEndings(" ")));
}
