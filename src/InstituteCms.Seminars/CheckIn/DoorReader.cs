using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.CheckIn;

/// <summary>Reads what the door has to know, and no more.</summary>
public sealed class DoorReader
{
    private static readonly TimeSpan _around = TimeSpan.FromHours(36); // No calendar's day is farther away.

    private readonly ISession _session;
    private readonly AvailabilityReader _availability;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public DoorReader(ISession session, AvailabilityReader availability, IClock clock, IStringLocalizer<DoorReader> localizer)
    {
        _session = session;
        _availability = availability;
        _clock = clock;
        S = localizer;
    }

    /// <summary>Everybody with a seat at the venue, by name.</summary>
    public async Task<DoorList> ReadAsync(ContentItem @event, CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        var day = DayOf(@event);
        var id = @event.ContentItemId;
        var seated = await _session
            .Query<Registration, RegistrationIndex>(r => r.EventId == id && r.Status == nameof(RegistrationStatus.Confirmed) && !r.Erased)
            .ListAsync(cancellationToken);
        return new(
            DoorPerson.Milliseconds(nowUtc),
            day is null ? null : DoorPerson.Milliseconds(day.FromUtc),
            day is null ? null : DoorPerson.Milliseconds(day.UntilUtc),
            WalkInPolicy.Free(facts, nowUtc),
            WalkInPolicy.WhyNot(facts, nowUtc) is { } reason ? Say(reason) : null,
            [.. seated.Where(one => one.Mode == AttendanceMode.InPerson).Select(DoorPerson.Of).OrderBy(person => person.Name, StringComparer.CurrentCulture)]);
    }

    /// <summary>Events whose day is today at their place, the earliest first.</summary>
    public async Task<IReadOnlyList<ContentItem>> ListTodayAsync(CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var (from, until) = (nowUtc - _around, nowUtc + _around);
        var near = await _session
            .Query<ContentItem, EventPartIndex>(index => index.Published && index.StartUtc <= until && index.EndUtc >= from)
            .OrderBy(index => index.StartUtc)
            .ListAsync(cancellationToken);
        return [.. near.Where(item => item.TryGet<RegistrationPart>(out var part) && part.Enabled && DayOf(item)?.Holds(nowUtc) == true)];
    }

    /// <summary>Why somebody is not let in, in words.</summary>
    public string Say(RefusalReason reason) => reason switch
    {
        RefusalReason.EventCancelled => S["The event is cancelled."],
        RefusalReason.EventPostponed => S["The event is postponed."],
        RefusalReason.EventEnded => S["The event is over."],
        _ => S["No seat is free."],
    };

    private static EventDay? DayOf(ContentItem @event) =>
        @event.GetOrCreate<EventPart>() is var part ? EventDay.Of(part.StartUtc, part.EndUtc, part.TimeZoneId) : null;
}
