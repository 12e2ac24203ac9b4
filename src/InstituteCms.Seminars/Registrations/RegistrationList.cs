using YesSql;
using YesSql.Services;

namespace InstituteCms.Registrations;

/// <summary>Reads registrations for the organisers.</summary>
public sealed class RegistrationList
{
    private readonly ISession _session;

    public RegistrationList(ISession session) => _session = session;

    /// <summary>One page of an event's registrations, the newest first, and how many there are on all pages.</summary>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="search">Part of a name, address or affiliation; nothing for all.</param>
    /// <param name="page">1 for the first.</param>
    /// <param name="pageSize">Rows per page.</param>
    public async Task<(IReadOnlyList<Registration> Registrations, int Total)> ReadAsync(string eventId, string? search, int page, int pageSize)
    {
        var total = await Query(eventId, search).CountAsync();
        var rows = await Query(eventId, search)
            .OrderByDescending(registration => registration.CreatedUtc)
            .Skip((page - 1) * pageSize)
            .Take(pageSize)
            .ListAsync();
        return ([.. rows], total);
    }

    /// <summary>All of an event's registrations, the oldest first.</summary>
    public async Task<IEnumerable<Registration>> ReadAllAsync(string eventId) =>
        await Query(eventId, search: null).OrderBy(registration => registration.CreatedUtc).ListAsync();

    private IQuery<Registration, RegistrationIndex> Query(string eventId, string? search)
    {
        var query = _session.Query<Registration, RegistrationIndex>(registration => registration.EventId == eventId);
        if (string.IsNullOrWhiteSpace(search))
        {
            return query;
        }

        var text = EmailAddressKey.From(search);
        return query.Where(registration => registration.SearchText.Contains(text));
    }
}
