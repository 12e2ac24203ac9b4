namespace InstituteCms.Registrations;

/// <summary>What the list of registrations can show of each, beside the name.</summary>
public enum RegistrationColumn
{
    Email,
    Affiliation,
    Status,

    /// <summary>Seats wanted, with the names of those who come along.</summary>
    Seats,

    /// <summary>Place on the waiting list.</summary>
    Place,

    Language,

    /// <summary>The moment of registering.</summary>
    Registered,
}
