using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Questions;

/// <summary>What a visitor typed and chose, by the question's id: a member of a form that is named <c>Answers</c>.</summary>
[ModelBinder<AnswersFormBinder>]
public sealed class AnswersForm
{
    private readonly Dictionary<string, IReadOnlyList<string>> _given;

    public AnswersForm()
        : this([])
    {
    }

    private AnswersForm(Dictionary<string, IReadOnlyList<string>> given) => _given = given;

    /// <summary>A form filled in with what was answered before.</summary>
    public static AnswersForm From(IEnumerable<Answer> answers) => new(answers.DistinctBy(answer => answer.QuestionId).ToDictionary(answer => answer.QuestionId, answer => answer.Values));

    /// <summary>The fields whose names start with <paramref name="prefix"/>, a dot and then the id.</summary>
    public static AnswersForm Read(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> form, string prefix) => new(form
        .Where(field => field.Key.StartsWith(prefix + ".", StringComparison.Ordinal) && QuestionId.IsValid(field.Key[(prefix.Length + 1)..]))
        .ToDictionary(field => field.Key[(prefix.Length + 1)..], field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()]));

    /// <summary>What stands in the fields of a question.</summary>
    public IReadOnlyList<string> To(string questionId) => _given.GetValueOrDefault(questionId) ?? [];
}

/// <summary>Reads the answers out of the posted form. What may be answered is looked at by <see cref="QuestionFields.Check"/>.</summary>
public sealed class AnswersFormBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var request = bindingContext.HttpContext.Request;
        bindingContext.Result = ModelBindingResult.Success(AnswersForm.Read(request.HasFormContentType ? request.Form : [], bindingContext.ModelName));
        return Task.CompletedTask;
    }
}
