using InstituteCms.Registrations;
using YesSql;

namespace InstituteCms.Questions;

/// <summary>How many people have answered which question.</summary>
public sealed class AnswerCounts
{
    private readonly ISession _session;

    public AnswerCounts(ISession session) => _session = session;

    /// <summary>Answers that are still kept, by the question's id.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ReadAsync(string eventId)
    {
        var registrations = await _session.Query<Registration, AnsweredIndex>(answers => answers.EventId == eventId).ListAsync();
        return registrations.SelectMany(registration => registration.Answers).CountBy(answer => answer.QuestionId).ToDictionary();
    }
}
