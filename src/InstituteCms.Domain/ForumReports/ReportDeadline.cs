namespace InstituteCms.ForumReports;

/// <summary>By when the report of an event is expected.</summary>
public static class ReportDeadline
{
    /// <summary>Days of 24 hours from the end of the event.</summary>
    public const int Days = 30;

    /// <summary>The instant from which a report that is still missing is overdue.</summary>
    public static DateTime DueUtc(DateTime eventEndUtc) => eventEndUtc.AddDays(Days);

    /// <summary>Whether people wait for it already.</summary>
    public static bool IsOverdue(DateTime eventEndUtc, DateTime nowUtc) => nowUtc >= DueUtc(eventEndUtc);
}
