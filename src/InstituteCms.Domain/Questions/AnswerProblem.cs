namespace InstituteCms.Questions;

/// <summary>Why an answer is not taken.</summary>
public enum AnswerProblem
{
    /// <summary>The question has to be answered.</summary>
    Missing,

    /// <summary>More characters than <see cref="AnswerRules.MaxLength"/>.</summary>
    TooLong,

    /// <summary>None of the choices, or more than one where there is one.</summary>
    NotAChoice,

    /// <summary>No day of the calendar.</summary>
    NotADate,
}
