namespace InstituteCms.Registrations;

/// <summary>Where a registration stands. Names and numbers are stored: neither ever changes.</summary>
public enum RegistrationStatus
{
    /// <summary>Holds a seat.</summary>
    Confirmed = 1,

    /// <summary>Has given the seat back.</summary>
    Cancelled = 3,
}
