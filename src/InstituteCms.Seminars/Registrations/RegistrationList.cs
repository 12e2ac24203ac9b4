using System.Runtime.CompilerServices;
using InstituteCms.Events;
using InstituteCms.Questions;
using OrchardCore.ContentManagement;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Registrations;

/// <summary>Reads registrations for the organisers.</summary>
public sealed class RegistrationList
{
    private const int ChunkSize = 500;

    private readonly ISession _session;

    public RegistrationList(ISession session) => _session = session;

    /// <summary>One page of those that a filter lets through.</summary>
    /// <param name="event">Whose registrations.</param>
    /// <param name="filter">Which, and in what order.</param>
    /// <param name="page">1 for the first; the last is read where there are not so many.</param>
    /// <param name="pageSize">Rows per page.</param>
    public async Task<Page<Registration>> ReadAsync(ContentItem @event, RegistrationFilter filter, int page, int pageSize)
    {
        var total = await Query(_session, @event, filter).CountAsync();
        page = Math.Clamp(page, 1, Math.Max(1, (total + pageSize - 1) / pageSize));
        var rows = await Ordered(Query(_session, @event, filter), filter).Skip((page - 1) * pageSize).Take(pageSize).ListAsync();
        return new([.. rows], page, pageSize, total);
    }

    /// <summary>The first of those that a filter lets through.</summary>
    public async Task<IReadOnlyList<Registration>> ReadFirstAsync(ContentItem @event, RegistrationFilter filter, int most) =>
        [.. await Ordered(Query(_session, @event, filter), filter).Take(most).ListAsync()];

    /// <summary>Some of those that a filter lets through, from a place in their order on.</summary>
    public async Task<IReadOnlyList<Registration>> ReadFromAsync(ContentItem @event, RegistrationFilter filter, int skip, int size) =>
        [.. await Ordered(Query(_session, @event, filter), filter).Skip(skip).Take(size).ListAsync()];

    /// <summary>All of an event's registrations that are meant, the oldest first, however many: they are read a few hundred at a time.</summary>
    /// <remarks>Each chunk begins where the one before ended, so that nobody is left out when others come and go meanwhile.</remarks>
    public async IAsyncEnumerable<Registration> ReadAllAsync(
        ContentItem @event, RegistrationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        DateTime? after = null;
        do
        {
            await using var session = _session.Store.CreateSession(); // One of its own: what was read is not kept.
            var chunk = await ReadChunkAsync(session, @event, filter, after, cancellationToken);
            after = chunk.Count == 0 ? null : chunk[^1].CreatedUtc;
            foreach (var registration in chunk)
            {
                yield return registration;
            }
        }
        while (after is not null);
    }

    private static async Task<IReadOnlyList<Registration>> ReadChunkAsync(
        ISession session, ContentItem @event, RegistrationFilter filter, DateTime? after, CancellationToken cancellationToken)
    {
        var query = Query(session, @event, filter);
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
        var together = await Query(session, @event, filter).Where(registration => registration.CreatedUtc == last).ListAsync(cancellationToken);
        return [.. rows.Concat(together).DistinctBy(registration => registration.Id)]; // Who came at the same moment stays in one chunk.
    }

    private static IQuery<Registration, RegistrationIndex> Query(ISession session, ContentItem @event, RegistrationFilter filter)
    {
        var eventId = @event.ContentItemId;
        var query = session.Query<Registration, RegistrationIndex>(registration => registration.EventId == eventId);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var text = EmailAddressKey.From(filter.Search);
            query = query.Where(registration => registration.SearchText.Contains(text));
        }

        if (filter.Status is { } status)
        {
            var name = status.ToString();
            query = query.Where(registration => registration.Status == name);
        }

        var zone = @event.GetOrCreate<EventPart>().TimeZoneId;
        if (filter.From is { } from)
        {
            var fromUtc = EventTimes.DayStartUtc(from, zone);
            query = query.Where(registration => registration.CreatedUtc >= fromUtc);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var untilUtc = EventTimes.DayStartUtc(until.AddDays(1), zone);
            query = query.Where(registration => registration.CreatedUtc < untilUtc);
        }

        return Answered(query, eventId, filter.Question);
    }

    private static IQuery<Registration, RegistrationIndex> Answered(IQuery<Registration, RegistrationIndex> query, string eventId, string? question)
    {
        if (string.IsNullOrEmpty(question))
        {
            return query;
        }

        var parts = question.Split('.', 2);
        var (id, choice) = (parts[0], parts.Length > 1 ? parts[1] : null);
        return (choice is null
            ? query.With<AnsweredIndex>(row => row.EventId == eventId && row.QuestionId == id)
            : query.With<AnsweredIndex>(row => row.EventId == eventId && row.QuestionId == id && row.Choice == choice)).With<RegistrationIndex>();
    }

    // What is equal otherwise comes by name, so that every page is the next of the one before.
    private static IQuery<Registration, RegistrationIndex> Ordered(IQuery<Registration, RegistrationIndex> query, RegistrationFilter filter) => (filter.Sort, filter.Reverse) switch
    {
        (RegistrationOrder.Name, false) => query.OrderBy(registration => registration.SearchText),
        (RegistrationOrder.Name, true) => query.OrderByDescending(registration => registration.SearchText),
        (RegistrationOrder.Affiliation, false) => query.OrderBy(registration => registration.AffiliationKey).ThenBy(registration => registration.SearchText),
        (RegistrationOrder.Affiliation, true) => query.OrderByDescending(registration => registration.AffiliationKey).ThenBy(registration => registration.SearchText),
        (RegistrationOrder.Status, false) => query.OrderBy(registration => registration.StatusRank).ThenBy(registration => registration.SearchText),
        (RegistrationOrder.Status, true) => query.OrderByDescending(registration => registration.StatusRank).ThenBy(registration => registration.SearchText),
        // "Waitlisted" is the last of the names.
        (RegistrationOrder.Line, _) => query.OrderByDescending(registration => registration.Status).ThenBy(registration => registration.Line).ThenBy(registration => registration.SearchText),
        (_, true) => query.OrderBy(registration => registration.CreatedUtc).ThenBy(registration => registration.SearchText),
        _ => query.OrderByDescending(registration => registration.CreatedUtc).ThenBy(registration => registration.SearchText),
    };
}
