namespace InstituteCms.Questions;

/// <summary>What kind of answer a question asks for. Files are never asked for.</summary>
public enum QuestionKind
{
    /// <summary>One line.</summary>
    ShortText,

    /// <summary>Some paragraphs.</summary>
    LongText,

    /// <summary>One of the choices.</summary>
    OneChoice,

    /// <summary>Any number of the choices.</summary>
    SeveralChoices,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A day of the calendar.</summary>
    Date,
}
