using InstituteCms.Questions;

namespace InstituteCms.Domain.Tests.Questions;

/// <summary>Plain starting points.</summary>
internal static class SampleQuestions
{
    public static Question Text(string id) => new() { Id = id, Kind = QuestionKind.ShortText, Label = new($"Question {id}", $"質問 {id}") };

    public static Question YesNo(string id) => Text(id) with { Kind = QuestionKind.YesNo };

    public static Question Choosing(string id, QuestionKind kind, params string[] choices) =>
        Text(id) with { Kind = kind, Choices = [.. choices.Select(choice => new Choice(choice, new($"Choice {choice}", $"選択肢 {choice}")))] };

    public static CheckedAnswers Check(IEnumerable<Question> questions, string language, params (string Id, string Value)[] given) =>
        AnswerRules.Check(questions, id => [.. given.Where(field => field.Id == id).Select(field => field.Value)], language);
}
