namespace InstituteCms.Registrations;

/// <summary>Equal stretches of time for a plot: days while that is few enough, else weeks, UTC.</summary>
public static class Periods
{
    /// <summary>Bars that a plot has at most.</summary>
    public const int Most = 53;

    private const int MostDays = 31;

    /// <summary>The first instants of the days, or of the weeks from Monday on, from <paramref name="fromUtc"/> to <paramref name="untilUtc"/>, the oldest first.</summary>
    public static IReadOnlyList<DateTime> Between(DateTime fromUtc, DateTime untilUtc)
    {
        if (untilUtc < fromUtc)
        {
            untilUtc = fromUtc;
        }

        var days = (untilUtc.Date - fromUtc.Date).Days + 1;
        if (days <= MostDays)
        {
            return [.. Enumerable.Range(0, days).Select(day => fromUtc.Date.AddDays(day))];
        }

        var weeks = ((untilUtc.Date - Weeks.LastUtc(1, fromUtc)[0]).Days / 7) + 1;
        return Weeks.LastUtc(Math.Min(weeks, Most), untilUtc);
    }

    /// <summary>Whether these are weeks.</summary>
    public static bool AreWeeks(IReadOnlyList<DateTime> starts) => starts.Count > 1 && starts[1] - starts[0] > TimeSpan.FromDays(1);
}
