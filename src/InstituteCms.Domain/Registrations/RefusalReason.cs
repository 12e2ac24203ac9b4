namespace InstituteCms.Registrations;

/// <summary>Why a registration was not accepted.</summary>
public enum RefusalReason
{
    /// <summary>The event does not take place.</summary>
    EventCancelled,

    /// <summary>The event is over.</summary>
    EventEnded,

    /// <summary>People do not register for this event.</summary>
    NotOffered,

    /// <summary>The address already holds a seat.</summary>
    AlreadyRegistered,

    /// <summary>The event has no date at present.</summary>
    EventPostponed,

    /// <summary>Registration has not begun.</summary>
    NotYetOpen,

    /// <summary>Registration has ended.</summary>
    Closed,

    /// <summary>No seat is left, nor a place on the waiting list.</summary>
    Full,

    /// <summary>Only invited guests may register.</summary>
    NotInvited,

    /// <summary>The address is of none of the domains that may register.</summary>
    AddressNotAdmitted,

    /// <summary>More seats are wanted than one person may take, or none.</summary>
    PartyTooLarge,

    /// <summary>The event does not have this way of taking part.</summary>
    ModeNotOffered,
}
