using InstituteCms.Events;

namespace InstituteCms.CheckIn;

/// <summary>The day, or days, of an event on the calendar of its place: as long as that, phones at the door may keep names.</summary>
/// <param name="FromUtc">First instant of the first day.</param>
/// <param name="UntilUtc">First instant after the last day.</param>
public sealed record EventDay(DateTime FromUtc, DateTime UntilUtc)
{
    /// <summary><see langword="null"/> while the event has no date.</summary>
    public static EventDay? Of(DateTime? startUtc, DateTime? endUtc, string timeZoneId)
    {
        if (startUtc is not { } start)
        {
            return null;
        }

        var zone = EventTimes.KnownZone(timeZoneId);
        var last = endUtc is { } end && end > start ? end.AddTicks(-1) : start; // An event that ends at midnight is not held on the next day.
        return new(Midnight(EventTimes.ToLocal(start, zone).Date, zone), Midnight(EventTimes.ToLocal(last, zone).Date.AddDays(1), zone));
    }

    /// <summary>Whether an instant lies in it.</summary>
    public bool Holds(DateTime utc) => utc >= FromUtc && utc < UntilUtc;

    // Where clocks skip midnight, the day begins an hour later.
    private static DateTime Midnight(DateTime day, string zone) =>
        EventTimes.TryToUtc(day, zone, out var utc, out _) || EventTimes.TryToUtc(day.AddHours(1), zone, out utc, out _) ? utc : DateTime.SpecifyKind(day, DateTimeKind.Utc);
}
