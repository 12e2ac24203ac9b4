using InstituteCms.Events;
using InstituteCms.Registrations;

namespace InstituteCms.Imports;

/// <summary>Says beforehand what becomes of people whom an organiser registers one after another, if nobody else registers meanwhile.</summary>
public static class ImportForecast
{
    /// <summary>The outcome of each, in their order.</summary>
    /// <param name="facts">The event as of now; whoever waits waits because there is no seat.</param>
    /// <param name="promotion">How free seats go to those who wait.</param>
    /// <param name="mayWait">Whether those for whom there is no seat join the waiting list.</param>
    /// <param name="wishes">What each asks for, and whether the address is registered already.</param>
    /// <param name="nowUtc">Now.</param>
    public static IEnumerable<RegistrationOutcome> Decide(
        AvailabilityFacts facts, WaitlistPromotion promotion, bool mayWait, IEnumerable<(RegistrationWish Wish, bool AlreadyRegistered)> wishes, DateTime nowUtc)
    {
        foreach (var (wish, alreadyRegistered) in wishes)
        {
            var outcome = ByHandPolicy.Decide(facts.For(wish.Mode), wish.Seats, wish.Invited, mayWait, alreadyRegistered, nowUtc);
            if (outcome is RegistrationOutcome.Accepted { Status: RegistrationStatus.Waitlisted }
                && !(nowUtc >= facts.StartUtc)
                && facts.For(wish.Mode).Seats.Fits(wish.Seats, wish.Invited))
            {
                outcome = MovedUp(promotion); // Those before wait for more seats than are free.
            }

            facts = After(facts, wish, outcome);
            yield return outcome;
        }
    }

    private static RegistrationOutcome.Accepted MovedUp(WaitlistPromotion promotion) => new(promotion switch
    {
        WaitlistPromotion.AtOnce => RegistrationStatus.Confirmed,
        WaitlistPromotion.ByOffer => RegistrationStatus.Offered,
        _ => RegistrationStatus.Waitlisted,
    });

    private static AvailabilityFacts After(AvailabilityFacts facts, RegistrationWish wish, RegistrationOutcome outcome) => outcome switch
    {
        RegistrationOutcome.Accepted { Status: RegistrationStatus.Waitlisted } => With(facts, wish.Mode, pool => pool with { Waiting = pool.Waiting + wish.Seats }),
        RegistrationOutcome.Accepted => With(facts, wish.Mode, pool => pool.After(wish.Seats, wish.Invited)),
        _ => facts,
    };

    private static AvailabilityFacts With(AvailabilityFacts facts, AttendanceMode mode, Func<SeatPool, SeatPool> change)
    {
        if (mode == AttendanceMode.Online && facts.Online is { } online)
        {
            return facts with { Online = change(online) };
        }

        var pool = change(facts.Seats);
        return facts with { SeatsTaken = pool.Taken, SeatsTakenByInvited = pool.TakenByInvited, SeatsWaitedFor = pool.Waiting };
    }
}
