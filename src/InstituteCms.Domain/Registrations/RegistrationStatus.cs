namespace InstituteCms.Registrations;

/// <summary>Where a registration stands. Names and numbers are stored: neither ever changes.</summary>
public enum RegistrationStatus
{
    /// <summary>Comes, and holds a seat.</summary>
    Confirmed = 1,

    /// <summary>Waits in a line for a seat.</summary>
    Waitlisted = 2,

    /// <summary>Does not come, and has given back whatever was held.</summary>
    Cancelled = 3,

    /// <summary>Waits for an organiser's answer, and holds no seat.</summary>
    Pending = 4,

    /// <summary>Has yet to open the link in the first mail; a seat is held for a short while.</summary>
    AwaitingConfirmation = 5,

    /// <summary>Was on the waiting list, and holds a seat until the offer is taken, declined, or lapses.</summary>
    Offered = 6,

    /// <summary>An organiser said no.</summary>
    Rejected = 7,
}
