using InstituteCms.Events;
using InstituteCms.Registrations;

namespace InstituteCms.Imports;

/// <summary>Says beforehand what becomes of people whom an organiser registers one after another, if nobody else registers meanwhile.</summary>
public static class ImportForecast
{
    /// <summary>The outcome of each, in their order.</summary>
    /// <param name="facts">The event as of now.</param>
    /// <param name="mayWait">Whether those for whom there is no seat join the waiting list.</param>
    /// <param name="wishes">What each asks for, and whether the address is registered already.</param>
    /// <param name="nowUtc">Now.</param>
    public static IEnumerable<RegistrationOutcome> Decide(
        AvailabilityFacts facts, bool mayWait, IEnumerable<(RegistrationWish Wish, bool AlreadyRegistered)> wishes, DateTime nowUtc)
    {
        foreach (var (wish, alreadyRegistered) in wishes)
        {
            var outcome = ByHandPolicy.Decide(facts, wish.Seats, wish.Invited, mayWait, alreadyRegistered, nowUtc);
            facts = After(facts, wish, outcome);
            yield return outcome;
        }
    }

    private static AvailabilityFacts After(AvailabilityFacts facts, RegistrationWish wish, RegistrationOutcome outcome) => outcome switch
    {
        RegistrationOutcome.Accepted { Status: RegistrationStatus.Confirmed } => facts with
        {
            SeatsTaken = facts.SeatsTaken + wish.Seats,
            SeatsTakenByInvited = facts.SeatsTakenByInvited + (wish.Invited ? wish.Seats : 0),
        },
        RegistrationOutcome.Accepted { Status: RegistrationStatus.Waitlisted } => facts with
        {
            SeatsWaitedFor = facts.SeatsWaitedFor + wish.Seats,
        },
        _ => facts,
    };
}
