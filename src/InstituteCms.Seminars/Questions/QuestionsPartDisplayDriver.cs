using InstituteCms.Editors;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace InstituteCms.Questions;

/// <summary>The questions' form in the event's editor.</summary>
public sealed class QuestionsPartDisplayDriver : ContentPartDisplayDriver<QuestionsPart>
{
    private readonly AnswerCounts _answers;
    private readonly AnswerTexts _texts;
    private readonly IStringLocalizer S;

    public QuestionsPartDisplayDriver(AnswerCounts answers, AnswerTexts texts, IStringLocalizer<QuestionsPartDisplayDriver> localizer)
    {
        _answers = answers;
        _texts = texts;
        S = localizer;
    }

    public override IDisplayResult Edit(QuestionsPart part, BuildPartEditorContext context) =>
        Initialize<QuestionsPartViewModel>(GetEditorShapeType(context), async model =>
        {
            model.IsShown = true;
            model.Questions = [.. part.Asked().Select(question => QuestionRows.ToRow(question, part.Questions, _texts))];
            model.Retired = [.. part.Questions.Where(question => question.Retired)];
            model.SensitiveDays = part.SensitiveDays;
            model.Answers = part.Questions.Count > 0 ? await _answers.ReadAsync(part.ContentItem.ContentItemId) : model.Answers;
        });

    public override async Task<IDisplayResult> UpdateAsync(QuestionsPart part, UpdatePartEditorContext context)
    {
        var model = new QuestionsPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        if (!model.IsShown)
        {
            return Edit(part, context);
        }

        var before = part.Questions;
        var answers = before.Count > 0 ? await _answers.ReadAsync(part.ContentItem.ContentItemId) : model.Answers;
        var asked = QuestionRows.ToQuestions(model, before, _texts);
        foreach (var (index, question) in asked.Index())
        {
            if (answers.ContainsKey(question.Id) && before.FirstOrDefault(other => other.Id == question.Id) is { } same && same.Kind != question.Kind)
            {
                context.Updater.ModelState.AddModelError(
                    Prefix,
                    $"{nameof(model.Questions)}[{index}].{nameof(QuestionRow.Kind)}",
                    S["People have answered this question, so its kind stays. Remove it and add another one: the answers are kept."]);
            }
        }

        var restored = before.Where(question => question.Retired && model.Restored.Contains(question.Id)).Select(question => question with { Retired = false });
        part.Questions = RetiredQuestions.Keep([.. asked, .. restored.Where(question => asked.All(other => other.Id != question.Id))], before, answers);
        part.SensitiveDays = model.SensitiveDays ?? SensitiveAnswers.DefaultDays;
        Forget(context, model);
        return Edit(part, context);
    }

    /// <summary>The rows are shown from the part again, but what is wrong with them stays said.</summary>
    private void Forget(UpdatePartEditorContext context, QuestionsPartViewModel model)
    {
        var form = context.Updater.ModelState;
        var said = form.Where(entry => entry.Value!.Errors.Count > 0 && entry.Key.StartsWith($"{Prefix}.{nameof(model.Questions)}[", StringComparison.Ordinal))
            .Select(entry => (entry.Key, Message: entry.Value!.Errors[0].ErrorMessage))
            .ToList();
        EditorRows.Forget(form, Prefix, nameof(model.Questions), nameof(model.QuestionTools), nameof(model.Restored));
        foreach (var (key, message) in said)
        {
            form.AddModelError(key, message);
        }
    }
}
