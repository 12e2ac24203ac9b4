using OrchardCore.ContentManagement;

namespace InstituteCms.Questions;

/// <summary>What an event asks those who register, beside name and address.</summary>
public sealed class QuestionsPart : ContentPart
{
    /// <summary>In the order in which they are asked; those that are retired come last.</summary>
    public IReadOnlyList<Question> Questions { get; set; } = [];

    /// <summary>Days after the event's end for which sensitive answers are kept; the other data may be kept longer.</summary>
    public int SensitiveDays { get; set; } = SensitiveAnswers.DefaultDays;

    /// <summary>Those that are asked by now.</summary>
    public IReadOnlyList<Question> Asked() => [.. Questions.Where(question => !question.Retired)];
}
