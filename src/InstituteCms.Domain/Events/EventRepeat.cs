namespace InstituteCms.Events;

/// <summary>When an event is held, and when one can register for it: instants in UTC, and the zone whose clocks people go by.</summary>
public sealed record EventDates(DateTime? StartUtc, DateTime? EndUtc, DateTime? OpensUtc, DateTime? ClosesUtc, string TimeZoneId);

/// <summary>Holds an event once more at another time.</summary>
public static class EventRepeat
{
    private const int MonthsInTerm = 6;
    private static readonly TimeSpan _step = TimeSpan.FromMinutes(30);
    private const int MaxSteps = 4; // No zone skips more than two hours of a day that people meet in.

    /// <summary>
    /// The two next terms that are still to come: half a year later and again half a year, at the same hour of the same weekday, on the day nearest to
    /// the same date.
    /// </summary>
    public static IReadOnlyList<DateTime> Suggest(DateTime startLocal, DateTime nowLocal)
    {
        var suggested = new List<DateTime>(2);
        for (var months = MonthsInTerm; suggested.Count < 2; months += MonthsInTerm)
        {
            var day = OnWeekday(startLocal.AddMonths(months), startLocal.DayOfWeek);
            if (day > nowLocal)
            {
                suggested.Add(day);
            }
        }

        return suggested;
    }

    /// <summary>
    /// The dates of an event that starts when the clocks of its zone show <paramref name="startLocal"/>. All others keep their distance on those
    /// clocks: registration that closed at midnight closes at midnight. One that would fall into hours that the clocks skip comes right after them.
    /// </summary>
    /// <param name="dates">The dates there are.</param>
    /// <param name="startLocal">The new start by the clocks of the event's zone.</param>
    /// <param name="problem">Why there is no such start.</param>
    public static EventDates? Shift(EventDates dates, DateTime startLocal, out WallClockProblem problem)
    {
        if (!EventTimes.TryToUtc(startLocal, dates.TimeZoneId, out var startUtc, out problem))
        {
            return null;
        }

        if (dates.StartUtc is not { } oldStartUtc)
        {
            return new(startUtc, null, null, null, dates.TimeZoneId);
        }

        var distance = startLocal - EventTimes.ToLocal(oldStartUtc, dates.TimeZoneId);
        return new(startUtc, Move(dates.EndUtc), Move(dates.OpensUtc), Move(dates.ClosesUtc), dates.TimeZoneId);

        DateTime? Move(DateTime? utc) => utc is { } known ? ToUtc(EventTimes.ToLocal(known, dates.TimeZoneId) + distance, dates.TimeZoneId) : null;
    }

    private static DateTime OnWeekday(DateTime day, DayOfWeek weekday)
    {
        var later = (weekday - day.DayOfWeek + 7) % 7;
        return day.AddDays(later > 3 ? later - 7 : later);
    }

    private static DateTime? ToUtc(DateTime local, string timeZoneId)
    {
        for (var steps = 0; steps <= MaxSteps; steps++)
        {
            if (EventTimes.TryToUtc(local + (steps * _step), timeZoneId, out var utc, out _))
            {
                return utc;
            }
        }

        return null;
    }
}
