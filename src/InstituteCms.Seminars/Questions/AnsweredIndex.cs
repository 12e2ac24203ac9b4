using InstituteCms.Registrations;
using YesSql.Indexes;

namespace InstituteCms.Questions;

/// <summary>Finds registrations that hold answers, so that the sensitive ones are erased in time. The answers themselves are in no index.</summary>
public sealed class AnsweredIndex : MapIndex
{
    public string EventId { get; set; } = "";
}

/// <summary>Keeps the index: a question may be marked as sensitive after it was answered, so every answer counts.</summary>
public sealed class AnsweredIndexProvider : IndexProvider<Registration>
{
    public override void Describe(DescribeContext<Registration> context) => context
        .For<AnsweredIndex>()
        .When(registration => registration.Answers.Count > 0)
        .Map(registration => new AnsweredIndex { EventId = registration.EventId });
}
