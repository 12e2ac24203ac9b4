using InstituteCms.Circulars;
using InstituteCms.Invitations;
using InstituteCms.Mails;
using InstituteCms.Privacy;
using Microsoft.Extensions.Logging;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Somebody was erased whose data is still in the free space of the database's files. It names nobody.</summary>
public sealed class ErasedByRequest
{
    public long Id { get; set; }

    public DateTime AtUtc { get; set; }
}

/// <summary>
/// Erases what is personal once an event's retention time is over: registrations and invitations with their indexes, claimed addresses,
/// what organisers searched for and wrote to many, mails in the outbox and in the mail folder, and then the places in the database's files where all that
/// was. Counts stay.
/// </summary>
public sealed partial class PersonalDataEraser
{
    private readonly ISession _session;
    private readonly RetentionCalendar _calendar;
    private readonly SeatLedger _seats;
    private readonly KeptViewStore _views;
    private readonly InvitationList _invitations;
    private readonly CircularLog _circulars;
    private readonly TenantFiles _files;
    private readonly TenantTables _tables;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public PersonalDataEraser(
        ISession session,
        RetentionCalendar calendar,
        SeatLedger seats,
        KeptViewStore views,
        InvitationList invitations,
        CircularLog circulars,
        TenantFiles files,
        TenantTables tables,
        IClock clock,
        ILogger<PersonalDataEraser> logger)
    {
        _session = session;
        _calendar = calendar;
        _seats = seats;
        _views = views;
        _invitations = invitations;
        _circulars = circulars;
        _files = files;
        _tables = tables;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Erases everything that is due, event by event. Stopped half-way, it does all of it again the next time.</summary>
    public async Task EraseDueAsync(CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var erased = new List<string>();
        var erasedBefore = (await _session.Query<ErasedByRequest>().ListAsync(cancellationToken)).ToArray();
        foreach (var eventId in await _seats.ListUnerasedEventsAsync(cancellationToken))
        {
            if (await _calendar.FindAsync(eventId) is { } @event && RetentionCalendar.EraseUtc(@event) <= nowUtc)
            {
                await EraseAsync(eventId, nowUtc, cancellationToken);
                erased.Add(eventId);
            }
        }

        if (erased.Count + erasedBefore.Length == 0 || !await _tables.RewriteAsync(cancellationToken))
        {
            return;
        }

        await _session.BeginTransactionAsync(cancellationToken);
        foreach (var eventId in erased)
        {
            await _seats.MarkErasedAsync(eventId, nowUtc);
        }

        foreach (var request in erasedBefore)
        {
            _session.Delete(request);
        }

        await _session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Erases one person at their own wish, in the session's transaction: the registration, its address, its mails. What was there is in the free space of the
    /// database's files until <see cref="EraseDueAsync"/> has run.
    /// </summary>
    public async Task EraseAsync(Registration registration, DateTime nowUtc, CancellationToken cancellationToken)
    {
        await EraseMailFilesAsync([registration.Email], cancellationToken);
        await _views.EraseAsync(registration);
        await _circulars.EraseAsync(registration);
        await _seats.TryReleaseAsync(registration.EventId, EmailAddressKey.From(registration.Email));
        registration.Erase(nowUtc);
        await _session.SaveAsync(registration, checkConcurrency: true, cancellationToken: cancellationToken);
        var id = registration.Id;
        await AbandonAsync(_session.Query<OutboxMessage, OutboxIndex>(message => message.RegistrationId == id), cancellationToken);
        await _session.SaveAsync(new ErasedByRequest { AtUtc = nowUtc });
    }

    /// <summary>Erases the mail files that name one of these addresses: mail lies in a folder while no mail server is configured.</summary>
    public async Task EraseMailFilesAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        var people = new PersonTrace(addresses);
        foreach (var file in _files.List(".eml"))
        {
            if (await _files.NamesAsync(file, people, cancellationToken))
            {
                _files.Delete(file);
            }
        }
    }

    private async Task EraseAsync(string eventId, DateTime nowUtc, CancellationToken cancellationToken)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        var registrations = (await _calendar.Known(eventId).ListAsync(cancellationToken)).ToArray();
        var invitations = (await _invitations.ListKnownAsync(eventId, cancellationToken)).ToArray();
        await EraseMailFilesAsync(
            registrations.Select(registration => registration.Email).Concat(invitations.Select(invitation => invitation.Email)), cancellationToken); // First: afterwards nobody knows whose they are.
        foreach (var registration in registrations)
        {
            registration.Erase(nowUtc);
            await _session.SaveAsync(registration);
        }

        foreach (var invitation in invitations)
        {
            invitation.Erase(nowUtc);
            await _session.SaveAsync(invitation);
        }

        await AbandonAsync(_session.Query<OutboxMessage, OutboxIndex>(message => message.EventId == eventId), cancellationToken);
        await _views.EraseAsync(eventId); // Somebody may have searched for a name.
        await _circulars.EraseAsync(eventId);
        await _seats.EraseClaimsAsync(eventId);
        await _session.SaveChangesAsync(cancellationToken);
        LogErased(eventId, registrations.Length);
    }

    private async Task AbandonAsync(IQuery<OutboxMessage, OutboxIndex> messages, CancellationToken cancellationToken)
    {
        foreach (var message in await messages.ListAsync(cancellationToken))
        {
            message.Abandon();
            await _session.SaveAsync(message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: the personal data of {Erased} registrations was erased.")]
    private partial void LogErased(string eventId, int erased);
}
