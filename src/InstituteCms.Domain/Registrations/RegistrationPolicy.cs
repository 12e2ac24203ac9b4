using System.Diagnostics;
using InstituteCms.Events;

namespace InstituteCms.Registrations;

/// <summary>What becomes of somebody who registers.</summary>
public static class RegistrationPolicy
{
    /// <summary>Decides on one attempt, in the order of the lines below.</summary>
    /// <param name="facts">The event, with the seats taken as of now.</param>
    /// <param name="rules">What the event asks of those who register.</param>
    /// <param name="wish">What is asked for.</param>
    /// <param name="alreadyRegistered">Whether the same address has a registration that stands.</param>
    /// <param name="nowUtc">Instant of the attempt.</param>
    /// <remarks>
    /// Someone who is registered is told so even when registration is full or closed, for then they look for their link.
    /// That does not help them when there is no event to come to: those reasons go first.
    /// </remarks>
    public static RegistrationOutcome Decide(
        AvailabilityFacts facts, RegistrationRules rules, RegistrationWish wish, bool alreadyRegistered, DateTime nowUtc) =>
        EventAvailability.At(facts, nowUtc) switch
        {
            EventAvailability.Cancelled => Refuse(RefusalReason.EventCancelled),
            EventAvailability.Ended => Refuse(RefusalReason.EventEnded),
            EventAvailability.NotOffered => Refuse(RefusalReason.NotOffered),
            _ when alreadyRegistered => Refuse(RefusalReason.AlreadyRegistered),
            EventAvailability.Postponed => Refuse(RefusalReason.EventPostponed),
            EventAvailability.NotYetOpen => Refuse(RefusalReason.NotYetOpen),
            EventAvailability.Closed => Refuse(RefusalReason.Closed),
            EventAvailability.Open or EventAvailability.ByInvitation or EventAvailability.Waitlist or EventAvailability.Full => Seat(facts.For(wish.Mode), rules, wish),
            _ => throw new UnreachableException(),
        };

    private static RegistrationOutcome Seat(AvailabilityFacts facts, RegistrationRules rules, RegistrationWish wish) =>
        !rules.Admits(wish.Email, wish.Invited)
            ? Refuse(rules.Audience == RegistrationAudience.Invited ? RefusalReason.NotInvited : RefusalReason.AddressNotAdmitted)
        : !facts.Modes.Contains(wish.Mode) ? Refuse(RefusalReason.ModeNotOffered)
        : wish.Seats < 1 || wish.Seats > rules.MaxParty ? Refuse(RefusalReason.PartyTooLarge)
        : Place(facts, rules, wish) is not { } status ? Refuse(RefusalReason.Full)
        : rules.DoubleOptIn && !wish.Invited ? new RegistrationOutcome.Accepted(RegistrationStatus.AwaitingConfirmation, status)
        : new RegistrationOutcome.Accepted(status);

    private static RegistrationStatus? Place(AvailabilityFacts facts, RegistrationRules rules, RegistrationWish wish)
    {
        var fits = facts.Seats.FitsNewcomer(wish.Seats, wish.Invited);
        return !fits && facts.WaitlistPlaces <= 0 ? null
            : rules.Approval && !wish.Invited ? RegistrationStatus.Pending
            : fits ? RegistrationStatus.Confirmed
            : RegistrationStatus.Waitlisted;
    }

    private static RegistrationOutcome.Refused Refuse(RefusalReason reason) => new(reason);
}
