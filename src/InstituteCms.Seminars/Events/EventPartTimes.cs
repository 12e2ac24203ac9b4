namespace InstituteCms.Events;

/// <summary>The times of an event by its own clocks.</summary>
public static class EventPartTimes
{
    public static DateTime? StartLocal(this EventPart part) => Local(part.StartUtc, part);

    public static DateTime? EndLocal(this EventPart part) => Local(part.EndUtc, part);

    private static DateTime? Local(DateTime? utc, EventPart part) => EventTimes.IsKnownZone(part.TimeZoneId) ? EventTimes.ToLocal(utc, part.TimeZoneId) : utc;
}
