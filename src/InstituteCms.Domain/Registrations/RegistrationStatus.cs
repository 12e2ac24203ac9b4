namespace InstituteCms.Registrations;

/// <summary>Where a registration stands. The numbers are stored: they never change.</summary>
public enum RegistrationStatus
{
    /// <summary>Holds a seat.</summary>
    Confirmed = 1,

    /// <summary>Has given the seat back.</summary>
    Cancelled = 3,
}
