using InstituteCms.Mails;
using InstituteCms.Registrations;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Circulars;

/// <summary>One circular in the log.</summary>
/// <param name="Names">Those written to, as far as they are still known.</param>
/// <param name="Sent">How many of the mails the mail server has taken.</param>
/// <param name="Failed">How many were given up.</param>
public sealed record CircularRow(Circular Circular, IReadOnlyList<string> Names, int Sent, int Failed);

/// <summary>Reads what was written to registrants.</summary>
public sealed class CircularList
{
    private readonly ISession _session;

    public CircularList(ISession session) => _session = session;

    /// <summary>The latest of an event's, with what has become of them.</summary>
    public async Task<IReadOnlyList<CircularRow>> ReadAsync(string eventId, int most)
    {
        var circulars = (await _session.Query<Circular, CircularIndex>(index => index.EventId == eventId)
            .OrderByDescending(index => index.SentUtc).Take(most).ListAsync()).ToList();
        var all = circulars.SelectMany(circular => circular.Mails).ToList();
        var names = (await _session.GetAsync<Registration>([.. all.Select(mail => mail.RegistrationId).Distinct()]))
            .ToDictionary(registration => registration.Id, registration => registration.Name);
        var states = (await _session.GetAsync<OutboxMessage>([.. all.Select(mail => mail.MailId)])).ToDictionary(mail => mail.Id, mail => mail.Status);
        return [.. circulars.Select(circular => new CircularRow(
            circular,
            [.. circular.Mails.Select(mail => names.GetValueOrDefault(mail.RegistrationId, "")).Where(name => name.Length > 0)],
            circular.Mails.Count(mail => states.GetValueOrDefault(mail.MailId) == OutboxStatus.Sent),
            circular.Mails.Count(mail => states.GetValueOrDefault(mail.MailId) == OutboxStatus.Failed)))];
    }
}
