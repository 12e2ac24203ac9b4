using System.Globalization;
using InstituteCms.Events;

namespace InstituteCms.Registrations;

/// <summary>Dates and times in words, in the language of the page or mail.</summary>
public static class EventMoment
{
    /// <summary>Weekday, date, time and zone of an event, or <see langword="null"/> while it has no date.</summary>
    public static string? When(EventPart part)
    {
        if (part.StartUtc is not { } startUtc)
        {
            return null;
        }

        var start = EventTimes.ToLocalWithOffset(startUtc, Zone(part));
        if (part.EndUtc is not { } endUtc)
        {
            return $"{Day(start)}, {Time(start)} {Zone(part, start)}";
        }

        var end = EventTimes.ToLocalWithOffset(endUtc, Zone(part));
        return start.Date == end.Date
            ? $"{Day(start)}, {Time(start)}–{Time(end)} {Zone(part, start)}"
            : $"{Day(start)}, {Time(start)} – {Day(end)}, {Time(end)} {Zone(part, start)}";
    }

    /// <summary>Weekday, date, time and zone of an instant, on the clocks of the event.</summary>
    public static string At(DateTime utc, EventPart part)
    {
        var local = EventTimes.ToLocalWithOffset(utc, Zone(part));
        return $"{Day(local)}, {Time(local)} {Zone(part, local)}";
    }

    private static string Day(DateTimeOffset local) => local.ToString("D", CultureInfo.CurrentCulture);

    private static string Time(DateTimeOffset local) => local.ToString("t", CultureInfo.CurrentCulture);

    private static string Zone(EventPart part, DateTimeOffset local) =>
        local.Offset == TimeSpan.Zero ? "UTC" : $"({Zone(part)}, UTC{local.ToString("zzz", CultureInfo.InvariantCulture)})";

    private static string Zone(EventPart part) => EventTimes.IsKnownZone(part.TimeZoneId) ? part.TimeZoneId : "Etc/UTC";
}
