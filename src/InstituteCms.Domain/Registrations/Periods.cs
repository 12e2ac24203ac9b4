using InstituteCms.Events;

namespace InstituteCms.Registrations;

/// <summary>Stretches of time for a plot, by the clocks of a zone: days while that is few enough, else weeks.</summary>
public static class Periods
{
    /// <summary>Bars that a plot has at most.</summary>
    public const int Most = 53;

    private const int MostDays = 31;

    /// <summary>The first instants, UTC, of the days, or of the weeks from Monday on, from <paramref name="fromUtc"/> to <paramref name="untilUtc"/>, the oldest first.</summary>
    /// <exception cref="TimeZoneNotFoundException">The zone is unknown.</exception>
    public static IReadOnlyList<DateTime> Between(DateTime fromUtc, DateTime untilUtc, string timeZoneId)
    {
        var first = DayOf(fromUtc, timeZoneId);
        var last = DayOf(untilUtc < fromUtc ? fromUtc : untilUtc, timeZoneId);
        var days = last.DayNumber - first.DayNumber + 1;
        if (days <= MostDays)
        {
            return [.. Enumerable.Range(0, days).Select(day => EventTimes.DayStartUtc(first.AddDays(day), timeZoneId))];
        }

        var lastMonday = MondayOf(last);
        var weeks = Math.Min(((lastMonday.DayNumber - MondayOf(first).DayNumber) / 7) + 1, Most);
        return [.. Enumerable.Range(1 - weeks, weeks).Select(week => EventTimes.DayStartUtc(lastMonday.AddDays(7 * week), timeZoneId))];
    }

    /// <summary>Whether these are weeks. (A day may have 25 hours.)</summary>
    public static bool AreWeeks(IReadOnlyList<DateTime> starts) => starts.Count > 1 && starts[1] - starts[0] > TimeSpan.FromDays(2);

    private static DateOnly DayOf(DateTime utc, string timeZoneId) => DateOnly.FromDateTime(EventTimes.ToLocal(utc, timeZoneId));

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
