using InstituteCms.Events;

namespace InstituteCms.Mails;

/// <summary>When those registered are reminded.</summary>
public static class ReminderTime
{
    /// <summary>The longest time before the start: four weeks.</summary>
    public const int MaxHours = 672;

    /// <summary>The instant that lies the given hours before the start by the event's own clocks, whether they were changed meanwhile or not.</summary>
    /// <param name="startUtc">Start of the event, UTC.</param>
    /// <param name="timeZoneId">IANA time zone of the event.</param>
    /// <param name="hours">24 means: at the same time the day before.</param>
    public static DateTime DueUtc(DateTime startUtc, string timeZoneId, int hours)
    {
        var before = TimeSpan.FromHours(hours);
        return EventTimes.IsKnownZone(timeZoneId) && EventTimes.TryToUtc(EventTimes.ToLocal(startUtc, timeZoneId) - before, timeZoneId, out var dueUtc, out _)
            ? dueUtc
            : startUtc - before; // The clocks skip that time.
    }
}
