namespace InstituteCms.Events;

/// <summary>Instants by the event's own clocks.</summary>
public static class EventZone
{
    /// <summary>What the clocks of the event show at <paramref name="utc"/>, with their offset; those of UTC where its zone is unknown.</summary>
    public static DateTimeOffset InZone(this EventPart part, DateTime utc) =>
        EventTimes.ToLocalWithOffset(utc, EventTimes.KnownZone(part.TimeZoneId));
}
