namespace InstituteCms.Registrations;

/// <summary>How long registrants' personal data is kept.</summary>
public static class RetentionPolicy
{
    /// <summary>Days after the event's end, unless the organisers chose otherwise.</summary>
    public const int DefaultDays = 90;

    /// <summary>The longest that organisers may choose: ten years.</summary>
    public const int MaxDays = 3650;

    /// <summary>The first instant at which personal data must be gone.</summary>
    /// <param name="endUtc">First instant at which the event is over.</param>
    /// <param name="retentionDays">Days of 24 hours, 0 to <see cref="MaxDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retentionDays"/> is out of bounds.</exception>
    public static DateTime EraseUtc(DateTime endUtc, int retentionDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retentionDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(retentionDays, MaxDays);
        return endUtc.AddDays(retentionDays);
    }
}
