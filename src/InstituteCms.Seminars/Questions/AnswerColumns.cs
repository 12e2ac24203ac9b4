using InstituteCms.Registrations;
using OrchardCore.ContentManagement;

namespace InstituteCms.Questions;

/// <summary>One column of a table for each question: those of the event, then those that only answers still know.</summary>
public sealed class AnswerColumns
{
    private readonly IReadOnlyList<(string Id, string Head, Question? Question)> _columns;
    private readonly AnswerTexts _texts;

    private AnswerColumns(IReadOnlyList<(string Id, string Head, Question? Question)> columns, AnswerTexts texts)
    {
        _columns = columns;
        _texts = texts;
    }

    /// <summary>What stands above the columns: the question as it is worded now, or as it was asked.</summary>
    public IEnumerable<string> Heads => _columns.Select(column => column.Head);

    /// <summary>The ids of the questions with what stands above their columns.</summary>
    public IEnumerable<(string Id, string Head)> Columns => _columns.Select(column => (column.Id, column.Head));

    public static AnswerColumns Of(ContentItem @event, IEnumerable<Registration> registrations, AnswerTexts texts) =>
        Of(@event, registrations.SelectMany(registration => registration.Answers), texts);

    /// <summary>The columns of a table that is not in memory as a whole.</summary>
    /// <param name="given">To each question that was answered, one answer at least.</param>
    public static AnswerColumns Of(ContentItem @event, IEnumerable<Answer> given, AnswerTexts texts)
    {
        var answers = given.ToLookup(answer => answer.QuestionId);
        var known = @event.GetOrCreate<QuestionsPart>().Questions.Where(question => !question.Retired || answers.Contains(question.Id)).ToList();
        var others = answers.Where(group => !known.Exists(question => question.Id == group.Key));
        return new(
            [
                .. known.Select(question => (question.Id, question.Label.In(QuestionFields.Language), (Question?)question)),
                .. others.Select(group => (group.Key, group.Last().Asked, (Question?)null)),
            ],
            texts);
    }

    /// <summary>What one person answered, column by column; nothing where there is no answer.</summary>
    public IEnumerable<string> Cells(Registration registration) => Answered(registration).Select(cell => cell.Words);

    /// <summary>What one person answered, with the questions.</summary>
    public IReadOnlyList<(string Head, string Words, bool Sensitive)> Rows(Registration registration) =>
        [.. Answered(registration).Where(cell => cell.Words.Length > 0)];

    /// <summary>What one person answered to one question; nothing where there is no answer.</summary>
    public string Cell(Registration registration, string questionId) =>
        string.Concat(_columns.Where(column => column.Id == questionId).Select(column => Answered(registration, column).Words));

    private IEnumerable<(string Head, string Words, bool Sensitive)> Answered(Registration registration) => _columns.Select(column => Answered(registration, column));

    private (string Head, string Words, bool Sensitive) Answered(Registration registration, (string Id, string Head, Question? Question) column)
    {
        var answer = registration.Answers.FirstOrDefault(answer => answer.QuestionId == column.Id);
        var words = answer is null ? "" : column.Question is { } question && question.Kind == answer.Kind ? _texts.Words(answer, question) : _texts.Words(answer);
        return (column.Head, words, answer?.Sensitive == true || column.Question?.Sensitive == true);
    }
}
