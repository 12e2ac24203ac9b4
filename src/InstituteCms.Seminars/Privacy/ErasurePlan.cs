using InstituteCms.Circulars;
using InstituteCms.Invitations;
using InstituteCms.Mails;
using InstituteCms.Registrations;
using YesSql;

namespace InstituteCms.Privacy;

/// <summary>A place in which registrants of an event are named.</summary>
/// <param name="Erased">How many of them go when the event's time is over.</param>
public sealed record ErasurePlace(string Place, bool IsFile, int Count, int Erased)
{
    /// <summary>What stays: it is not of this event.</summary>
    public int Left => Count - Erased;
}

/// <summary>Says, before anything is erased, what will be: by looking where the people of an event really are.</summary>
public sealed class ErasurePlan
{
    private readonly ISession _session;
    private readonly RetentionCalendar _calendar;
    private readonly InvitationList _invitations;
    private readonly CircularLog _circulars;
    private readonly PersonFinder _finder;

    public ErasurePlan(ISession session, RetentionCalendar calendar, InvitationList invitations, CircularLog circulars, PersonFinder finder) =>
        (_session, _calendar, _invitations, _circulars, _finder) = (session, calendar, invitations, circulars, finder);

    public async Task<IReadOnlyList<ErasurePlace>> ReadAsync(string eventId, CancellationToken cancellationToken)
    {
        var people = (await _calendar.Known(eventId).ListAsync(cancellationToken)).ToArray();
        var invited = (await _invitations.ListKnownAsync(eventId, cancellationToken)).ToArray();
        var trace = new PersonTrace(people.SelectMany(person => new[] { person.Name, person.Email }).Concat(invited.SelectMany(guest => new[] { guest.Name, guest.Email })));
        if (trace.IsEmpty)
        {
            return [];
        }

        var mails = (await _session.Query<OutboxMessage, OutboxIndex>(message => message.EventId == eventId).ListAsync(cancellationToken))
            .Count(message => trace.IsIn(message.To) || trace.IsIn(message.TextBody) || trace.IsIn(message.LastError));
        var circulars = (await _circulars.ListAsync(eventId)).Count(circular => CircularLog.Names(circular, trace));
        var places = await _finder.FindAsync(trace, cancellationToken);
        return [.. places.Select(place => new ErasurePlace(place.Place, place.IsFile, place.Count, Math.Min(place.Count, Goes(place))))];

        int Goes(PersonPlace place) => place switch
        {
            { IsFile: true } => IsMail(place.Place) || IsDatabase(place.Place) ? 1 : 0,
            { Place: var name } when name.EndsWith($"({nameof(OutboxMessage)})", StringComparison.Ordinal) => mails,
            { Place: var name } when name.EndsWith($"({nameof(Circular)})", StringComparison.Ordinal) => circulars,
            { Place: var name } when name.EndsWith($"({nameof(Registration)})", StringComparison.Ordinal)
                || name.Contains(nameof(RegistrationIndex), StringComparison.Ordinal)
                || name.EndsWith($"({nameof(KeptViews)})", StringComparison.Ordinal)
                || name.Contains(SeatLedger.ClaimsTable, StringComparison.Ordinal) => people.Length,
            { Place: var name } when name.EndsWith($"({nameof(GuestInvitation)})", StringComparison.Ordinal)
                || name.Contains(nameof(GuestInvitationIndex), StringComparison.Ordinal) => invited.Length,
            _ => 0,
        };
    }

    private static bool IsMail(string file) => file.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);

    // The file in which the rows above are, and what the database writes beside it.
    private static bool IsDatabase(string file) => file.Contains(".db", StringComparison.OrdinalIgnoreCase);
}
