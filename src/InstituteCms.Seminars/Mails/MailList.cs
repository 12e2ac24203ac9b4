using InstituteCms.Registrations;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Mails;

/// <summary>One mail in the organisers' list.</summary>
/// <param name="Name">Who gets it; empty where nobody knows any more.</param>
public sealed record MailRow(OutboxMessage Message, string Name);

/// <summary>Reads an event's mails for the organisers, and has those that failed tried anew.</summary>
public sealed class MailList
{
    private readonly ISession _session;
    private readonly IClock _clock;

    public MailList(ISession session, IClock clock)
    {
        _session = session;
        _clock = clock;
    }

    /// <summary>How many mails of an event there are in each state.</summary>
    public async Task<IReadOnlyDictionary<OutboxStatus, int>> CountAsync(string eventId)
    {
        var counts = new Dictionary<OutboxStatus, int>();
        foreach (var status in Enum.GetValues<OutboxStatus>())
        {
            counts[status] = await Query(eventId, status, registrationId: null).CountAsync();
        }

        return counts;
    }

    /// <summary>One page of an event's mails, the newest first.</summary>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="status">Those in this state, or all.</param>
    /// <param name="registrationId">Those to this person, or to all.</param>
    /// <param name="page">1 for the first.</param>
    /// <param name="pageSize">Rows per page.</param>
    public async Task<Page<MailRow>> ReadAsync(string eventId, OutboxStatus? status, long? registrationId, int page, int pageSize)
    {
        var total = await Query(eventId, status, registrationId).CountAsync();
        var messages = (await Query(eventId, status, registrationId)
            .OrderByDescending(message => message.CreatedUtc)
            .Skip((page - 1) * pageSize)
            .Take(pageSize)
            .ListAsync()).ToList();
        var registrations = await _session.GetAsync<Registration>([.. messages.Select(message => message.RegistrationId).Where(id => id > 0).Distinct()]);
        var names = registrations.ToDictionary(registration => registration.Id, registration => registration.Name);
        return new([.. messages.Select(message => new MailRow(message, names.GetValueOrDefault(message.RegistrationId, "")))], page, pageSize, total);
    }

    /// <summary>Puts a failed mail, or all of an event's, back among those that wait; how many these were.</summary>
    public async Task<int> RetryAsync(string eventId, long? messageId)
    {
        var failed = await Query(eventId, OutboxStatus.Failed, registrationId: null).ListAsync();
        var nowUtc = _clock.UtcNow;
        var retried = 0;
        foreach (var message in failed.Where(message => message.MayBeTriedAnew && (messageId is null || message.Id == messageId)))
        {
            message.TryAnew(nowUtc);
            await _session.SaveAsync(message);
            retried++;
        }

        if (retried > 0)
        {
            MailOutbox.DeliverSoon();
        }

        return retried;
    }

    private IQuery<OutboxMessage, OutboxIndex> Query(string eventId, OutboxStatus? status, long? registrationId)
    {
        var query = _session.Query<OutboxMessage, OutboxIndex>(message => message.EventId == eventId);
        if (status is { } state)
        {
            var name = state.ToString();
            query = query.Where(message => message.Status == name);
        }

        if (registrationId is { } id)
        {
            query = query.Where(message => message.RegistrationId == id);
        }

        return query;
    }
}
