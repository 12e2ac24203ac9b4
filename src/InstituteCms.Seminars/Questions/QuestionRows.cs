using InstituteCms.Editors;

namespace InstituteCms.Questions;

/// <summary>Carries questions to the editor's rows and back.</summary>
public static class QuestionRows
{
    public static QuestionRow ToRow(Question question, IReadOnlyList<Question> all, AnswerTexts texts) => new()
    {
        Id = question.Id,
        Kind = question.Kind,
        English = question.Label.English,
        Japanese = question.Label.Japanese,
        HelpEnglish = question.Help.English,
        HelpJapanese = question.Help.Japanese,
        ChoicesEnglish = ChoiceLines.Write(question.Choices, label => label.English),
        ChoicesJapanese = ChoiceLines.Write(question.Choices, label => label.Japanese),
        Required = question.Required,
        Sensitive = question.Sensitive,
        WhenQuestion = question.Condition?.QuestionId,
        WhenKind = question.Condition?.Kind ?? ConditionKind.Is,
        WhenValue = question.Condition is { } condition ? ToWords(condition, all.FirstOrDefault(other => other.Id == condition.QuestionId), texts) : null,
    };

    /// <summary>The questions in their new order; empty rows are left out.</summary>
    public static IReadOnlyList<Question> ToQuestions(QuestionsPartViewModel model, IReadOnlyList<Question> before, AnswerTexts texts)
    {
        var rows = EditorRows.Arrange(model.Questions, model.QuestionTools).Select(row => row.Row).Where(row => !IsEmpty(row, before)).ToList();
        var questions = rows.Select(row => ToQuestion(row, before.FirstOrDefault(question => question.Id == row.Id))).ToList();
        return [.. questions.Select((question, index) => question with { Condition = ToCondition(rows[index], questions, texts) })];
    }

    private static bool IsEmpty(QuestionRow row, IReadOnlyList<Question> before) =>
        before.All(question => question.Id != row.Id)
        && new[] { row.English, row.Japanese, row.HelpEnglish, row.HelpJapanese, row.ChoicesEnglish, row.ChoicesJapanese }.All(string.IsNullOrWhiteSpace);

    private static Question ToQuestion(QuestionRow row, Question? before) => new()
    {
        Id = QuestionId.IsValid(row.Id) ? row.Id! : QuestionId.New(),
        Kind = Enum.IsDefined(row.Kind) ? row.Kind : QuestionKind.ShortText,
        Label = new(Text(row.English), Text(row.Japanese)),
        Help = new(Text(row.HelpEnglish), Text(row.HelpJapanese)),
        Choices = ChoiceLines.Read(row.ChoicesEnglish, row.ChoicesJapanese, before?.Choices ?? []),
        Required = row.Required,
        Sensitive = row.Sensitive,
    };

    private static QuestionCondition? ToCondition(QuestionRow row, List<Question> questions, AnswerTexts texts) =>
        Text(row.WhenQuestion) is { } id ? new(id, row.WhenKind, ToValue(row.WhenValue ?? "", questions.Find(question => question.Id == id), texts)) : null;

    private static string ToWords(QuestionCondition condition, Question? source, AnswerTexts texts) => source?.Kind switch
    {
        QuestionKind.OneChoice or QuestionKind.SeveralChoices => source.FindChoice(condition.Value)?.Label.In(QuestionFields.Language) ?? condition.Value,
        QuestionKind.YesNo when condition.Value is Answer.Yes or Answer.No => texts.YesNo(condition.Value),
        _ => condition.Value,
    };

    private static string ToValue(string words, Question? source, AnswerTexts texts) => source?.Kind switch
    {
        QuestionKind.OneChoice or QuestionKind.SeveralChoices => source.Choices.FirstOrDefault(choice => choice.Label.Says(words))?.Id ?? words.Trim(),
        QuestionKind.YesNo => new[] { Answer.Yes, Answer.No }.FirstOrDefault(value => new Wording(value, texts.YesNo(value)).Says(words)) ?? words.Trim(),
        QuestionKind.Date => AnswerRules.ToDay(words) ?? words.Trim(),
        _ => words.Trim(),
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
