using InstituteCms.Events;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Privacy;

/// <summary>How many people an event still knows, and until when.</summary>
/// <param name="EraseUtc"><see langword="null"/> while the event has no end.</param>
public sealed record RetentionState(int People, DateTime? EraseUtc, Countdown? Countdown);

/// <summary>Says when the personal data of an event is erased.</summary>
public sealed class RetentionCalendar
{
    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly IClock _clock;

    public RetentionCalendar(ISession session, IContentManager contentManager, IClock clock) => (_session, _contentManager, _clock) = (session, contentManager, clock);

    /// <summary>When the data of an event must be gone; <see langword="null"/> while it has no end.</summary>
    public static DateTime? EraseUtc(ContentItem @event) => @event.GetOrCreate<EventPart>().EndUtc is { } endUtc
        ? RetentionPolicy.EraseUtc(endUtc, Math.Clamp(@event.GetOrCreate<RegistrationPart>().RetentionDays, 0, RetentionPolicy.MaxDays))
        : null;

    /// <summary>The event as it is announced, or as it was when it was deleted.</summary>
    public async Task<ContentItem?> FindAsync(string eventId) => await _contentManager.GetAsync(eventId)
        ?? (await _contentManager.GetAllVersionsAsync(eventId)).MaxBy(version => version.ModifiedUtc);

    /// <summary>Those whose data is still there.</summary>
    public IQuery<Registration, RegistrationIndex> Known(string eventId) =>
        _session.Query<Registration, RegistrationIndex>(registration => registration.EventId == eventId && !registration.Erased);

    public async Task<RetentionState> ReadAsync(ContentItem @event)
    {
        var announced = await FindAsync(@event.ContentItemId) ?? @event; // A draft's times do not hold yet.
        return new(await Known(@event.ContentItemId).CountAsync(), EraseUtc(announced), CountdownTo(announced));
    }

    /// <summary>The days left, on the calendar of the event's place.</summary>
    public Countdown? CountdownTo(ContentItem @event)
    {
        var zone = EventTimes.KnownZone(@event.GetOrCreate<EventPart>().TimeZoneId);
        return EraseUtc(@event) is { } eraseUtc ? Countdown.Between(EventTimes.ToLocal(_clock.UtcNow, zone), EventTimes.ToLocal(eraseUtc, zone)) : null;
    }
}
