using InstituteCms.Events;
using InstituteCms.Registrations;

namespace InstituteCms.CheckIn;

/// <summary>Whether somebody who stands at the door unregistered is let in.</summary>
public static class WalkInPolicy
{
    /// <summary>Why not; <see langword="null"/> for those who are let in.</summary>
    /// <param name="facts">The event, with the seats taken as of now.</param>
    /// <param name="atUtc">When the person came.</param>
    /// <remarks>Those on the waiting list come first until the event begins; then seats go to those who are there.</remarks>
    public static RefusalReason? WhyNot(AvailabilityFacts facts, DateTime atUtc) => facts switch
    {
        { Status: EventStatus.Cancelled } => RefusalReason.EventCancelled,
        { Status: EventStatus.Postponed } => RefusalReason.EventPostponed,
        _ when atUtc >= facts.EndUtc => RefusalReason.EventEnded,
        _ => Free(facts, atUtc) is 0 ? RefusalReason.Full : null,
    };

    /// <summary>Seats for those who come unregistered, never below zero; <see langword="null"/> means unlimited.</summary>
    public static int? Free(AvailabilityFacts facts, DateTime atUtc) => atUtc >= facts.StartUtc ? facts.Seats.Free(invited: false) : facts.RemainingSeats;
}
