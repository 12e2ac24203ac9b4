using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;

namespace InstituteCms.Feeds;

/// <summary>Writes a time zone's clocks down for calendar programs: those of the dates in the file, and no rules beyond.</summary>
public static class CalendarZone
{
    private static readonly CalDateTime _fromTheBeginning = new(1970, 1, 1, 0, 0, 0);

    /// <summary>The clocks of an IANA zone from <paramref name="firstUtc"/> to <paramref name="lastUtc"/>, both included.</summary>
    public static VTimeZone Of(string timeZoneId, DateTime firstUtc, DateTime lastUtc)
    {
        var dates = new Interval(ToInstant(firstUtc), ToInstant(lastUtc) + NodaTime.Duration.Epsilon);
        var clocks = new VTimeZone(timeZoneId);
        foreach (var interval in DateTimeZoneProviders.Tzdb[timeZoneId].GetZoneIntervals(dates))
        {
            clocks.AddChild(ToObservance(interval, timeZoneId));
        }

        return clocks;
    }

    /// <summary>One setting of the clocks, from the time at which they were changed, as they showed it before.</summary>
    private static VTimeZoneInfo ToObservance(ZoneInterval interval, string timeZoneId)
    {
        var (start, before) = interval.HasStart && interval.Start >= NodaConstants.UnixEpoch
            ? Change(interval, timeZoneId)
            : (_fromTheBeginning, interval.WallOffset);
        return new(interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT")
        {
            Start = start,
            OffsetFrom = new UtcOffset(before.ToTimeSpan()),
            OffsetTo = new UtcOffset(interval.WallOffset.ToTimeSpan()),
            TimeZoneName = interval.Name,
        };
    }

    private static (CalDateTime Start, Offset Before) Change(ZoneInterval interval, string timeZoneId)
    {
        var before = DateTimeZoneProviders.Tzdb[timeZoneId].GetUtcOffset(interval.Start - NodaTime.Duration.Epsilon);
        return (new CalDateTime(interval.Start.WithOffset(before).LocalDateTime.ToDateTimeUnspecified()), before);
    }

    private static Instant ToInstant(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
