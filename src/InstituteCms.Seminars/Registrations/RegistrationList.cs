using System.Runtime.CompilerServices;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Registrations;

/// <summary>Reads registrations for the organisers.</summary>
public sealed class RegistrationList
{
    private const int ChunkSize = 500;

    private readonly ISession _session;

    public RegistrationList(ISession session) => _session = session;

    /// <summary>One page of an event's registrations, the newest first, and how many there are on all pages.</summary>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="page">1 for the first.</param>
    /// <param name="pageSize">Rows per page.</param>
    public async Task<(IReadOnlyList<Registration> Registrations, int Total)> ReadAsync(string eventId, RegistrationFilter filter, int page, int pageSize)
    {
        var total = await Query(_session, eventId, filter).CountAsync();
        var rows = await Query(_session, eventId, filter)
            .OrderByDescending(registration => registration.CreatedUtc)
            .Skip((page - 1) * pageSize)
            .Take(pageSize)
            .ListAsync();
        return ([.. rows], total);
    }

    /// <summary>All of an event's registrations that are meant, the oldest first, however many: they are read a few hundred at a time.</summary>
    /// <remarks>Each chunk begins where the one before ended, so that nobody is left out when others come and go meanwhile.</remarks>
    public async IAsyncEnumerable<Registration> ReadAllAsync(
        string eventId, RegistrationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        DateTime? after = null;
        do
        {
            await using var session = _session.Store.CreateSession(); // One of its own: what was read is not kept.
            var chunk = await ReadChunkAsync(session, eventId, filter, after, cancellationToken);
            after = chunk.Count == 0 ? null : chunk[^1].CreatedUtc;
            foreach (var registration in chunk)
            {
                yield return registration;
            }
        }
        while (after is not null);
    }

    private static async Task<IReadOnlyList<Registration>> ReadChunkAsync(
        ISession session, string eventId, RegistrationFilter filter, DateTime? after, CancellationToken cancellationToken)
    {
        var query = Query(session, eventId, filter);
        if (after is { } since)
        {
            query = query.Where(registration => registration.CreatedUtc > since);
        }

        var rows = (await query.OrderBy(registration => registration.CreatedUtc).Take(ChunkSize).ListAsync(cancellationToken)).ToList();
        if (rows.Count < ChunkSize)
        {
            return rows;
        }

        var last = rows[^1].CreatedUtc;
        var together = await Query(session, eventId, filter).Where(registration => registration.CreatedUtc == last).ListAsync(cancellationToken);
        return [.. rows.Concat(together).DistinctBy(registration => registration.Id)]; // Who came at the same moment stays in one chunk.
    }

    private static IQuery<Registration, RegistrationIndex> Query(ISession session, string eventId, RegistrationFilter filter)
    {
        var query = session.Query<Registration, RegistrationIndex>(registration => registration.EventId == eventId);
        if (filter.Status?.ToString() is { } status)
        {
            query = query.Where(registration => registration.Status == status);
        }

        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            return query;
        }

        var text = EmailAddressKey.From(filter.Search);
        return query.Where(registration => registration.SearchText.Contains(text));
    }
}
