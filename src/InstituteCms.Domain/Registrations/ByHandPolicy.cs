using InstituteCms.Events;

namespace InstituteCms.Registrations;

/// <summary>What becomes of somebody whom an organiser registers. When registration is open, and for whom, does not matter then; seats do.</summary>
public static class ByHandPolicy
{
    /// <summary>Decides on one person.</summary>
    /// <param name="facts">The event, with the seats taken as of now.</param>
    /// <param name="seats">Seats wanted, the own one among them.</param>
    /// <param name="invited">Whether the person may have what is held back.</param>
    /// <param name="mayWait">Whether the person joins the waiting list where no seat is free.</param>
    /// <param name="alreadyRegistered">Whether the same address has a registration that stands.</param>
    /// <param name="nowUtc">Instant of the attempt.</param>
    public static RegistrationOutcome Decide(AvailabilityFacts facts, int seats, bool invited, bool mayWait, bool alreadyRegistered, DateTime nowUtc) =>
        EventAvailability.At(facts, nowUtc) switch
        {
            EventAvailability.Cancelled => new RegistrationOutcome.Refused(RefusalReason.EventCancelled),
            EventAvailability.Ended => new RegistrationOutcome.Refused(RefusalReason.EventEnded),
            EventAvailability.NotOffered => new RegistrationOutcome.Refused(RefusalReason.NotOffered),
            _ when alreadyRegistered => new RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered),
            _ when seats is < 1 or > RegistrationRules.LargestParty => new RegistrationOutcome.Refused(RefusalReason.PartyTooLarge),
            _ when facts.Seats.FitsNewcomer(seats, invited) => new RegistrationOutcome.Accepted(RegistrationStatus.Confirmed),
            _ when mayWait => new RegistrationOutcome.Accepted(RegistrationStatus.Waitlisted),
            _ => new RegistrationOutcome.Refused(RefusalReason.Full),
        };
}
