namespace InstituteCms.Questions;

/// <summary>What a person answered, with the question as it was read on that day.</summary>
public sealed record Answer
{
    /// <summary>A yes among <see cref="Values"/>.</summary>
    public const string Yes = "yes";
    /// <summary>A no among <see cref="Values"/>.</summary>
    public const string No = "no";

    /// <summary><see cref="Question.Id"/> of the question.</summary>
    public string QuestionId { get; init; } = "";

    /// <summary>The question, word for word.</summary>
    public string Asked { get; init; } = "";

    /// <summary>Language of <see cref="Asked"/>: <c>en</c> or <c>ja</c>.</summary>
    public string Language { get; init; } = "";

    /// <summary>Kind of the question on that day.</summary>
    public QuestionKind Kind { get; init; }

    /// <summary>Whether it was promised that this answer is erased earlier.</summary>
    public bool Sensitive { get; init; }

    /// <summary>The text, the ids of the choices, <see cref="Yes"/> or <see cref="No"/>, or a day such as <c>2026-11-30</c>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The choices, word for word; empty where there was nothing to choose.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether the same was answered to the same question, however it was worded.</summary>
    public bool SaysTheSameAs(Answer other) => QuestionId == other.QuestionId && Kind == other.Kind && Values.SequenceEqual(other.Values);

    internal static Answer To(Question question, IReadOnlyList<string> values, string language) => new()
    {
        QuestionId = question.Id,
        Asked = question.Label.In(language),
        Language = question.Label.LanguageFor(language),
        Kind = question.Kind,
        Sensitive = question.Sensitive,
        Values = values,
        Words = question.HasChoices ? [.. values.Select(value => question.FindChoice(value)?.Label.In(language) ?? value)] : [],
    };
}
