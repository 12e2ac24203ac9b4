using System.Diagnostics;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;

namespace InstituteCms.Questions;

/// <summary>Refuses questions that cannot be asked, and keeps those that were answered, whether they come from the form, the API or a recipe.</summary>
public sealed class QuestionsPartHandler : ContentPartHandler<QuestionsPart>
{
    private readonly AnswerCounts _answers;
    private readonly IStringLocalizer S;

    public QuestionsPartHandler(AnswerCounts answers, IStringLocalizer<QuestionsPartHandler> localizer)
    {
        _answers = answers;
        S = localizer;
    }

    /// <summary>Somebody may have answered a question since the draft left it out.</summary>
    public override async Task PublishingAsync(PublishContentContext context, QuestionsPart part)
    {
        if (context.PreviousItem?.GetOrCreate<QuestionsPart>().Questions is { Count: > 0 } before)
        {
            part.Questions = RetiredQuestions.Keep(part.Questions, before, await _answers.ReadAsync(context.ContentItem.ContentItemId));
            context.ContentItem.Apply(part);
        }
    }

    /// <summary>A copy asks the same, under the same names; nobody has answered what was retired.</summary>
    public override Task CloningAsync(CloneContentContext context, QuestionsPart part)
    {
        context.CloneContentItem.Alter<QuestionsPart>(copy => copy.Questions = copy.Asked());
        return Task.CompletedTask;
    }

    protected override Task ValidatingAsync(ValidateContentPartContext context, QuestionsPart part)
    {
        foreach (var (index, problem) in QuestionRules.Problems(part.Questions))
        {
            var (field, message) = Say(problem);
            context.Fail(message, $"{nameof(part.Questions)}[{index}].{field}");
        }

        if (part.SensitiveDays is < 0 or > SensitiveAnswers.MaxDays)
        {
            context.Fail(S["Enter 0 to {0} days.", SensitiveAnswers.MaxDays], nameof(part.SensitiveDays));
        }

        return Task.CompletedTask;
    }

    private (string Field, string Message) Say(QuestionProblem problem) => problem switch
    {
        QuestionProblem.NoWording => (nameof(QuestionRow.English), S["Write the question, in English or in Japanese."]),
        QuestionProblem.LabelTooLong => (nameof(QuestionRow.English), S["Enter at most {0} characters.", QuestionRules.MaxLabel]),
        QuestionProblem.HelpTooLong => (nameof(QuestionRow.HelpEnglish), S["Enter at most {0} characters.", QuestionRules.MaxHelp]),
        QuestionProblem.TooFewChoices => (nameof(QuestionRow.ChoicesEnglish), S["Write at least two choices, each in a line of its own."]),
        QuestionProblem.TooMuchToChoose => (nameof(QuestionRow.ChoicesEnglish), S["At most {0} choices of {1} characters each.", QuestionRules.MaxChoices, QuestionRules.MaxLabel]),
        QuestionProblem.SameChoiceTwice => (nameof(QuestionRow.ChoicesEnglish), S["Two choices say the same."]),
        QuestionProblem.DependsOnNoEarlierQuestion => (nameof(QuestionRow.WhenQuestion), S["It can depend on a question above it only."]),
        QuestionProblem.DependsOnNoAnswer => (nameof(QuestionRow.WhenValue), S["Nobody can give this answer to that question. Write it as it is offered there."]),
        QuestionProblem.BadId => (nameof(QuestionRow.English), S["This question's inner name is unfit or another question's. Remove it, and add it anew."]),
        QuestionProblem.TooMany => (nameof(QuestionRow.English), S["An event asks at most {0} questions.", QuestionRules.MaxQuestions]),
        _ => throw new UnreachableException(),
    };
}
