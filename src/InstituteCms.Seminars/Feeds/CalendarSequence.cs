namespace InstituteCms.Feeds;

/// <summary>Numbers that grow with time, by which a calendar knows the newer of two files.</summary>
public static class CalendarSequence
{
    private static readonly DateTime _beginning = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Seconds since 2020; calendars count in 31 bits, which lasts until 2088.</summary>
    public static int Of(DateTime? utc) => utc is { } time && time > _beginning ? (int)Math.Min((time - _beginning).TotalSeconds, int.MaxValue) : 0;
}
