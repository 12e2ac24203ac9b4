namespace InstituteCms.Registrations;

/// <summary>What can be done to a registration.</summary>
public enum RegistrationCommand
{
    /// <summary>The link in the first mail was used: the address is the registrant's.</summary>
    ConfirmAddress,

    /// <summary>An organiser says yes.</summary>
    Approve,

    /// <summary>An organiser says no.</summary>
    Reject,

    /// <summary>A seat is given from the waiting list.</summary>
    Promote,

    /// <summary>A seat is offered from the waiting list, until a time.</summary>
    Offer,

    /// <summary>The offer is taken.</summary>
    Accept,

    /// <summary>A hold or an offer has come to its end.</summary>
    Lapse,

    /// <summary>The registration is given up.</summary>
    Cancel,

    /// <summary>The seat is given back for a place at the end of the waiting list.</summary>
    MoveToWaitlist,

    /// <summary>What was cancelled or rejected stands again.</summary>
    Reinstate,
}

/// <summary>Who does it.</summary>
public enum RegistrationActor
{
    /// <summary>The person registered, behind the personal link.</summary>
    Registrant,

    /// <summary>Whoever runs the event.</summary>
    Organizer,

    /// <summary>The site by itself, as time passes or seats become free.</summary>
    Site,

    /// <summary>The event: it was cancelled.</summary>
    Event,
}
