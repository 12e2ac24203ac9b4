using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Erases what is personal once an event's retention time is over: registrations, claimed addresses, mails. Counts stay.</summary>
public sealed partial class PersonalDataEraser
{
    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly SeatLedger _seats;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public PersonalDataEraser(ISession session, IContentManager contentManager, SeatLedger seats, IClock clock, ILogger<PersonalDataEraser> logger)
    {
        _session = session;
        _contentManager = contentManager;
        _seats = seats;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Erases everything that is due, event by event.</summary>
    public async Task EraseDueAsync(CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        foreach (var eventId in await _seats.ListUnerasedEventsAsync(cancellationToken))
        {
            if (await EraseUtcAsync(eventId) <= nowUtc)
            {
                await EraseAsync(eventId, nowUtc, cancellationToken);
            }
        }
    }

    /// <summary>When the event's data must be gone; an event that was deleted keeps the time it had.</summary>
    private async Task<DateTime?> EraseUtcAsync(string eventId)
    {
        var @event = await _contentManager.GetAsync(eventId)
            ?? (await _contentManager.GetAllVersionsAsync(eventId)).MaxBy(version => version.ModifiedUtc);
        var days = @event?.GetOrCreate<RegistrationPart>().RetentionDays ?? RetentionPolicy.DefaultDays;
        return @event?.GetOrCreate<EventPart>().EndUtc is { } endUtc
            ? RetentionPolicy.EraseUtc(endUtc, Math.Clamp(days, 0, RetentionPolicy.MaxDays))
            : null;
    }

    private async Task EraseAsync(string eventId, DateTime nowUtc, CancellationToken cancellationToken)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        await _seats.LockAsync(eventId);
        var registrations = await _session
            .Query<Registration, RegistrationIndex>(registration => registration.EventId == eventId && !registration.Erased)
            .ListAsync(cancellationToken);
        var erased = 0;
        foreach (var registration in registrations)
        {
            registration.Erase(nowUtc);
            await _session.SaveAsync(registration);
            erased++;
        }

        foreach (var message in await _session.Query<OutboxMessage, OutboxIndex>(m => m.EventId == eventId).ListAsync(cancellationToken))
        {
            message.Abandon();
            await _session.SaveAsync(message);
        }

        await _seats.EraseAsync(eventId, nowUtc);
        await _session.SaveChangesAsync(cancellationToken);
        LogErased(eventId, erased);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: the personal data of {Erased} registrations was erased.")]
    private partial void LogErased(string eventId, int erased);
}
