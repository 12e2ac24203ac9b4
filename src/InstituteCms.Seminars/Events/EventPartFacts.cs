namespace InstituteCms.Events;

/// <summary>What follows from what is announced: the times by the event's own clocks, and where people meet.</summary>
public static class EventPartFacts
{
    public static DateTime? StartLocal(this EventPart part) => Local(part.StartUtc, part);

    public static DateTime? EndLocal(this EventPart part) => Local(part.EndUtc, part);

    /// <summary>Whether nobody meets at the venue.</summary>
    public static bool IsOnlineOnly(this EventPart part) => part.Status == EventStatus.MovedOnline || part.Format == EventFormat.Online;

    private static DateTime? Local(DateTime? utc, EventPart part) => EventTimes.IsKnownZone(part.TimeZoneId) ? EventTimes.ToLocal(utc, part.TimeZoneId) : utc;
}
