namespace InstituteCms.Questions;

/// <summary>How long answers are kept that say more of a person than others.</summary>
public static class SensitiveAnswers
{
    /// <summary>Days after the event's end, unless the organisers chose otherwise.</summary>
    public const int DefaultDays = 7;

    /// <summary>The longest that organisers may choose.</summary>
    public const int MaxDays = 90;

    /// <summary>What is left once the sensitive ones are gone: those that were so when asked, and those that are so now.</summary>
    public static IReadOnlyList<Answer> Without(IReadOnlyList<Answer> answers, IEnumerable<Question> questions)
    {
        var sensitive = questions.Where(question => question.Sensitive).Select(question => question.Id).ToHashSet();
        return [.. answers.Where(answer => !answer.Sensitive && !sensitive.Contains(answer.QuestionId))];
    }
}
