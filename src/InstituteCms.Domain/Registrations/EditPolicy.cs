namespace InstituteCms.Registrations;

/// <summary>What becomes of a registrant's wish to change a registration.</summary>
public enum EditDecision
{
    /// <summary>It is changed.</summary>
    Change,

    /// <summary>It does not stand any more, or its event does not take place.</summary>
    NotPossible,

    /// <summary>The day until which one can change it, or the event itself, is over.</summary>
    TooLate,

    /// <summary>More people than one person may bring along.</summary>
    PartyTooLarge,

    /// <summary>No seat is free for more people.</summary>
    NoSeat,
}

/// <summary>What registrants may change by themselves, and until when.</summary>
public static class EditPolicy
{
    /// <summary>Decides on one wish. Whether there are seats for more people is seen where they are taken.</summary>
    /// <param name="status">Where the registration stands.</param>
    /// <param name="isEventCancelled">Whether the event does not take place.</param>
    /// <param name="seats">Seats that the registration has.</param>
    /// <param name="wanted">Seats that are wanted instead.</param>
    /// <param name="maxParty">Seats one person may take; who has more keeps them.</param>
    /// <param name="untilUtc">First instant at which it is too late; <see langword="null"/> means the end of the event.</param>
    /// <param name="endUtc">First instant at which the event is over; <see langword="null"/> when not fixed yet.</param>
    /// <param name="nowUtc">Instant of the wish.</param>
    public static EditDecision Decide(
        RegistrationStatus status, bool isEventCancelled, int seats, int wanted, int maxParty, DateTime? untilUtc, DateTime? endUtc, DateTime nowUtc) =>
        isEventCancelled || status is RegistrationStatus.Cancelled or RegistrationStatus.Rejected ? EditDecision.NotPossible
        : CancellationPolicy.IsTooLate(untilUtc, endUtc, nowUtc) ? EditDecision.TooLate
        : wanted < 1 || wanted > Math.Max(seats, maxParty) ? EditDecision.PartyTooLarge
        : EditDecision.Change;
}
