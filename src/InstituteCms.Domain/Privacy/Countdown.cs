namespace InstituteCms.Privacy;

/// <summary>When something happens, and in how many days on the calendar of a place.</summary>
/// <param name="Local">The moment, on the clocks there.</param>
/// <param name="Days">0 for today; less when it is over.</param>
public sealed record Countdown(DateTime Local, int Days)
{
    /// <summary>From one moment to another, both on the same clocks.</summary>
    public static Countdown Between(DateTime nowLocal, DateTime local) => new(local, (local.Date - nowLocal.Date).Days);
}
