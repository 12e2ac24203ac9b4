namespace InstituteCms.Registrations;

/// <summary>Weeks from Monday to Sunday, UTC.</summary>
public static class Weeks
{
    /// <summary>The first instants of the last <paramref name="count"/> weeks, the oldest first; the week of <paramref name="nowUtc"/> comes last.</summary>
    public static IReadOnlyList<DateTime> LastUtc(int count, DateTime nowUtc)
    {
        var monday = nowUtc.Date.AddDays(-(((int)nowUtc.DayOfWeek + 6) % 7));
        return [.. Enumerable.Range(0, count).Select(week => monday.AddDays(7 * (week - count + 1)))];
    }
}
