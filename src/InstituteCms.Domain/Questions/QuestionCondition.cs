namespace InstituteCms.Questions;

/// <summary>How an earlier answer is compared.</summary>
public enum ConditionKind
{
    /// <summary>It is this, and nothing else.</summary>
    Is,

    /// <summary>It has this among the choices, or these words somewhere in the text.</summary>
    Contains,
}

/// <summary>A question is shown only if an earlier answer is so.</summary>
/// <param name="QuestionId">The earlier question.</param>
/// <param name="Kind">How its answer is compared.</param>
/// <param name="Value">Id of a choice, <c>yes</c> or <c>no</c>, a day such as <c>2026-11-30</c>, or words.</param>
public sealed record QuestionCondition(string QuestionId, ConditionKind Kind, string Value)
{
    /// <summary>Whether it holds for what was answered; nothing answered is never so.</summary>
    /// <param name="kind">Kind of the earlier question.</param>
    /// <param name="values">Its answer.</param>
    public bool Holds(QuestionKind kind, IReadOnlyList<string> values) => (Kind, IsText(kind)) switch
    {
        (ConditionKind.Contains, true) => values.Any(value => Folded.Text(value).Contains(Folded.Text(Value), StringComparison.Ordinal)),
        (ConditionKind.Contains, false) => values.Contains(Value),
        (_, true) => values is [var text] && Folded.Text(text) == Folded.Text(Value),
        _ => values is [var only] && only == Value,
    };

    private static bool IsText(QuestionKind kind) => kind is QuestionKind.ShortText or QuestionKind.LongText;
}
