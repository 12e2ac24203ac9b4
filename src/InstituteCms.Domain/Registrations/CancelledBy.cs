namespace InstituteCms.Registrations;

/// <summary>Who ended a registration. Names and numbers are stored: neither ever changes.</summary>
public enum CancelledBy
{
    /// <summary>The person who had registered.</summary>
    Registrant = 1,

    /// <summary>The organisers, for this one person.</summary>
    Organizer = 2,

    /// <summary>The organisers, by cancelling the event.</summary>
    EventCancelled = 3,
}
