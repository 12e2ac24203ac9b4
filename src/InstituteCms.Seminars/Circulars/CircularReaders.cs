using InstituteCms.Mails;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;
using YesSql;

namespace InstituteCms.Circulars;

/// <summary>Whom a circular is for.</summary>
/// <param name="Readers">Those who get it.</param>
/// <param name="Unwilling">How many are left out, for they want no such mails.</param>
/// <param name="Found">How many of those ticked or found stand where.</param>
public sealed record CircularReaders(IReadOnlyList<Registration> Readers, int Unwilling, IReadOnlyDictionary<RegistrationStatus, int> Found);

/// <summary>Finds the readers of circulars.</summary>
public sealed class CircularReaderList
{
    private const int ChunkSize = 500;

    private readonly ISession _session;
    private readonly RegistrationList _registrations;
    private readonly MailMarks _marks;

    public CircularReaderList(ISession session, RegistrationList registrations, MailMarks marks)
    {
        _session = session;
        _registrations = registrations;
        _marks = marks;
    }

    /// <summary>Those ticked, or all whom the list's filter finds, as far as they stand where the form says. Nobody is written to twice at one address.</summary>
    public async Task<CircularReaders> FindAsync(ContentItem @event, RegistrationFilter filter, CircularForm form, CancellationToken cancellationToken)
    {
        await using var session = _session.Store.CreateSession(); // One of its own: what was read is not kept.
        var found = form.Chosen.Count > 0
            ? await ReadAsync(session, @event.ContentItemId, form.Chosen)
            : await _registrations.ReadAllAsync(@event, filter.With(other => other.Status = null), cancellationToken).ToListAsync(cancellationToken);
        return await SiftAsync(@event.ContentItemId, found, form);
    }

    /// <summary>The same people once more, as they are by now, in the session's transaction.</summary>
    public async Task<CircularReaders> ReadAgainAsync(string eventId, IReadOnlyList<Registration> readers, CircularForm form) =>
        await SiftAsync(eventId, await ReadAsync(_session, eventId, [.. readers.Select(reader => reader.Id)]), form);

    private async Task<CircularReaders> SiftAsync(string eventId, IReadOnlyList<Registration> found, CircularForm form)
    {
        var known = found.Where(registration => registration.ErasedUtc is null && registration.Email.Length > 0).ToList();
        var meant = known
            .Where(registration => form.States.Contains(registration.Status))
            .OrderByDescending(registration => registration.IsActive)
            .DistinctBy(registration => EmailAddressKey.From(registration.Email))
            .ToList();
        var unwilling = form.IsEssential ? new HashSet<long>() : await _marks.ListAsync(eventId, MailMarks.NoReminder);
        var readers = meant.Where(registration => !unwilling.Contains(registration.Id)).OrderBy(registration => registration.Name, StringComparer.CurrentCulture).ToList();
        return new(readers, meant.Count - readers.Count, known.CountBy(registration => registration.Status).ToDictionary());
    }

    private static async Task<List<Registration>> ReadAsync(ISession session, string eventId, IReadOnlyList<long> ids)
    {
        var found = new List<Registration>();
        foreach (var chunk in ids.Distinct().Chunk(ChunkSize))
        {
            found.AddRange((await session.GetAsync<Registration>(chunk)).Where(registration => registration.EventId == eventId));
        }

        return found;
    }
}
