namespace InstituteCms.Questions;

/// <summary>What is wrong with a question.</summary>
public enum QuestionProblem
{
    /// <summary>It says nothing in either language.</summary>
    NoWording,

    /// <summary>Its wording is longer than <see cref="QuestionRules.MaxLabel"/>.</summary>
    LabelTooLong,

    /// <summary>The help is longer than <see cref="QuestionRules.MaxHelp"/>.</summary>
    HelpTooLong,

    /// <summary>There is nothing to choose between.</summary>
    TooFewChoices,

    /// <summary>More choices than <see cref="QuestionRules.MaxChoices"/>, or one that is too long.</summary>
    TooMuchToChoose,

    /// <summary>Two choices say the same.</summary>
    SameChoiceTwice,

    /// <summary>It depends on a question that is not asked before it.</summary>
    DependsOnNoEarlierQuestion,

    /// <summary>It depends on an answer that nobody can give.</summary>
    DependsOnNoAnswer,

    /// <summary>Its name is no <see cref="QuestionId"/>, or another question's.</summary>
    BadId,

    /// <summary>There are more questions than <see cref="QuestionRules.MaxQuestions"/>.</summary>
    TooMany,
}

/// <summary>Which questions may be asked.</summary>
public static class QuestionRules
{
    /// <summary>Questions that an event may ask at most.</summary>
    public const int MaxQuestions = 40;
    /// <summary>Choices that a question may have at most.</summary>
    public const int MaxChoices = 40;
    /// <summary>The longest wording of a question or a choice, in characters.</summary>
    public const int MaxLabel = 300;
    /// <summary>The longest help, in characters.</summary>
    public const int MaxHelp = 1_000;

    /// <summary>Everything that is wrong, with the question's place in the list (0 is the first); nothing when they may stand.</summary>
    public static IEnumerable<(int Index, QuestionProblem Problem)> Problems(IReadOnlyList<Question> questions)
    {
        foreach (var (index, question) in questions.Index())
        {
            var earlier = questions.Take(index).ToList();
            foreach (var problem in question.Retired ? [] : Problems(question, earlier))
            {
                yield return (index, problem);
            }

            if (!QuestionId.IsValid(question.Id) || earlier.Exists(other => other.Id == question.Id))
            {
                yield return (index, QuestionProblem.BadId);
            }
        }

        if (questions.Count(question => !question.Retired) > MaxQuestions)
        {
            yield return (MaxQuestions, QuestionProblem.TooMany);
        }
    }

    private static IEnumerable<QuestionProblem> Problems(Question question, List<Question> earlier)
    {
        if (question.Label.IsEmpty)
        {
            yield return QuestionProblem.NoWording;
        }

        if (IsLonger(question.Label, MaxLabel))
        {
            yield return QuestionProblem.LabelTooLong;
        }

        if (IsLonger(question.Help, MaxHelp))
        {
            yield return QuestionProblem.HelpTooLong;
        }

        if (question.HasChoices && ChoiceProblem(question.Choices) is { } choices)
        {
            yield return choices;
        }

        if (question.Condition is { } condition && ConditionProblem(condition, earlier) is { } problem)
        {
            yield return problem;
        }
    }

    private static QuestionProblem? ChoiceProblem(IReadOnlyList<Choice> choices) =>
        choices.Count < 2 ? QuestionProblem.TooFewChoices
        : choices.Count > MaxChoices || choices.Any(choice => IsLonger(choice.Label, MaxLabel)) ? QuestionProblem.TooMuchToChoose
        : HasTwice(choices, choice => choice.English) || HasTwice(choices, choice => choice.Japanese) || choices.DistinctBy(choice => choice.Id).Count() < choices.Count
            ? QuestionProblem.SameChoiceTwice
            : null;

    private static QuestionProblem? ConditionProblem(QuestionCondition condition, List<Question> earlier) =>
        earlier.Find(question => question.Id == condition.QuestionId && !question.Retired) is not { } source ? QuestionProblem.DependsOnNoEarlierQuestion
        : CanBeAnswered(source, condition.Value) ? null
        : QuestionProblem.DependsOnNoAnswer;

    private static bool CanBeAnswered(Question source, string value) => source.Kind switch
    {
        QuestionKind.OneChoice or QuestionKind.SeveralChoices => source.FindChoice(value) is not null,
        QuestionKind.YesNo => value is Answer.Yes or Answer.No,
        QuestionKind.Date => AnswerRules.ToDay(value) == value,
        _ => !string.IsNullOrWhiteSpace(value) && value.Length <= AnswerRules.MaxLength(source.Kind),
    };

    private static bool IsLonger(Wording wording, int most) => wording.English?.Length > most || wording.Japanese?.Length > most;

    private static bool HasTwice(IReadOnlyList<Choice> choices, Func<Wording, string?> language)
    {
        var said = choices.Select(choice => Folded.Text(language(choice.Label))).Where(text => text.Length > 0).ToList();
        return said.Distinct().Count() < said.Count;
    }
}
