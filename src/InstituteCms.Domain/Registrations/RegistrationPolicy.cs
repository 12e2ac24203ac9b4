using System.Diagnostics;
using InstituteCms.Events;

namespace InstituteCms.Registrations;

/// <summary>Who gets a seat.</summary>
public static class RegistrationPolicy
{
    /// <summary>Decides on one attempt, in the order of the lines below.</summary>
    /// <param name="facts">The event, with the seats taken as of now.</param>
    /// <param name="alreadyRegistered">Whether the same address holds a seat at this event.</param>
    /// <param name="nowUtc">Instant of the attempt.</param>
    /// <remarks>
    /// Someone who holds a seat is told so even when registration is full or closed, for then they look for their link.
    /// That does not help them when there is no event to come to: those reasons go first.
    /// </remarks>
    public static RegistrationOutcome Decide(AvailabilityFacts facts, bool alreadyRegistered, DateTime nowUtc) =>
        EventAvailability.At(facts, nowUtc) switch
        {
            EventAvailability.Cancelled => Refuse(RefusalReason.EventCancelled),
            EventAvailability.Ended => Refuse(RefusalReason.EventEnded),
            EventAvailability.NotOffered => Refuse(RefusalReason.NotOffered),
            _ when alreadyRegistered => Refuse(RefusalReason.AlreadyRegistered),
            EventAvailability.Postponed => Refuse(RefusalReason.EventPostponed),
            EventAvailability.NotYetOpen => Refuse(RefusalReason.NotYetOpen),
            EventAvailability.Closed => Refuse(RefusalReason.Closed),
            EventAvailability.Full => Refuse(RefusalReason.Full),
            EventAvailability.Open => new RegistrationOutcome.Confirmed(),
            _ => throw new UnreachableException(),
        };

    private static RegistrationOutcome.Refused Refuse(RefusalReason reason) => new(reason);
}
