using InstituteCms.Editors;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Questions;

/// <summary>The questions as editors write them.</summary>
public class QuestionsPartViewModel
{
    /// <summary>Whether the form holds the questions at all: one that does not changes none.</summary>
    public bool IsShown { get; set; }

    public List<QuestionRow> Questions { get; set; } = [];

    public List<RowTools> QuestionTools { get; set; } = [];

    /// <summary>Ids of retired questions that are to be asked again.</summary>
    public List<string> Restored { get; set; } = [];

    public int? SensitiveDays { get; set; }

    /// <summary>Questions that are asked no more.</summary>
    [BindNever]
    public IReadOnlyList<Question> Retired { get; set; } = [];

    /// <summary>How many have answered, by the question's id.</summary>
    [BindNever]
    public IReadOnlyDictionary<string, int> Answers { get; set; } = new Dictionary<string, int>();
}

/// <summary>One question as editors write it.</summary>
public class QuestionRow
{
    public string? Id { get; set; }

    public QuestionKind Kind { get; set; }

    public string? English { get; set; }

    public string? Japanese { get; set; }

    public string? HelpEnglish { get; set; }

    public string? HelpJapanese { get; set; }

    /// <summary>A line each.</summary>
    public string? ChoicesEnglish { get; set; }

    /// <summary>A line each, in the same order.</summary>
    public string? ChoicesJapanese { get; set; }

    public bool Required { get; set; }

    public bool Sensitive { get; set; }

    /// <summary>Id of the question on which it depends; nothing for none.</summary>
    public string? WhenQuestion { get; set; }

    public ConditionKind WhenKind { get; set; }

    /// <summary>The answer in words.</summary>
    public string? WhenValue { get; set; }
}
