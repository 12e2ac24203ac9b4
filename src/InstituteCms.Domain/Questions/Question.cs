namespace InstituteCms.Questions;

/// <summary>What an event's organisers ask those who register, beside name and address.</summary>
public sealed record Question
{
    /// <summary>Stays when the wording is mended, so that no answer is lost.</summary>
    public string Id { get; init; } = "";

    /// <summary>What kind of answer is asked for; it stays once somebody has answered.</summary>
    public QuestionKind Kind { get; init; }

    /// <summary>The question itself.</summary>
    public Wording Label { get; init; } = new();

    /// <summary>What helps to answer it.</summary>
    public Wording Help { get; init; } = new();

    /// <summary>In their order; only where there is something to choose.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Whether nobody registers without an answer, if the question is shown.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the answer says more of a person than others, such as diet or access needs: it is erased earlier.</summary>
    public bool Sensitive { get; init; }

    /// <summary>When it is shown; <see langword="null"/> for always.</summary>
    public QuestionCondition? Condition { get; init; }

    /// <summary>Whether nobody is asked any more, while answers are still kept.</summary>
    public bool Retired { get; init; }

    /// <summary>Whether there is something to choose.</summary>
    public bool HasChoices => Kind is QuestionKind.OneChoice or QuestionKind.SeveralChoices;

    /// <summary>What stands for a choice's id; <see langword="null"/> for one that is gone.</summary>
    public Choice? FindChoice(string id) => Choices.FirstOrDefault(choice => choice.Id == id);
}
