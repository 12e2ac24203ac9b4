using InstituteCms.Registrations;
using YesSql.Indexes;

namespace InstituteCms.Questions;

/// <summary>
/// Finds registrations by the questions that they answer. Words are in no index, nor what was chosen where that says more of a person than
/// other answers do.
/// </summary>
public sealed class AnsweredIndex : MapIndex
{
    public string EventId { get; set; } = "";

    /// <summary>See <see cref="Answer.QuestionId"/>.</summary>
    public string QuestionId { get; set; } = "";

    /// <summary>What was chosen, a row for each; empty where words were written, and for what is sensitive.</summary>
    public string Choice { get; set; } = "";
}

/// <summary>Keeps the index: a question may be marked as sensitive after it was answered, so every answer counts.</summary>
public sealed class AnsweredIndexProvider : IndexProvider<Registration>
{
    public override void Describe(DescribeContext<Registration> context) => context
        .For<AnsweredIndex>()
        .When(registration => registration.Answers.Count > 0)
        .Map(registration => Rows(registration.EventId, registration.Answers));

    /// <summary>The rows of one registration.</summary>
    public static IEnumerable<AnsweredIndex> Rows(string eventId, IEnumerable<Answer> answers) =>
        from answer in answers
        from choice in IsPublic(answer) ? answer.Values.Select(Fit).Distinct() : [""]
        select new AnsweredIndex { EventId = eventId, QuestionId = Fit(answer.QuestionId), Choice = choice };

    // What an import brings may be anything.
    private static string Fit(string id) => QuestionId.IsValid(id) ? id : "";

    private static bool IsPublic(Answer answer) =>
        !answer.Sensitive && answer.Values.Count > 0 && answer.Kind is QuestionKind.OneChoice or QuestionKind.SeveralChoices or QuestionKind.YesNo;
}
