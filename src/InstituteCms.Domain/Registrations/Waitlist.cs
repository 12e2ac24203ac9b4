namespace InstituteCms.Registrations;

/// <summary>A party that waits for its seats.</summary>
/// <param name="Id">Its registration.</param>
/// <param name="Seats">Seats that it needs, all or none.</param>
/// <param name="Invited">Whether it may have what is held back.</param>
public sealed record WaitingParty(long Id, int Seats, bool Invited);

/// <summary>Why nobody moves up from the waiting list.</summary>
public enum WaitlistStandstill
{
    /// <summary>Nobody waits.</summary>
    NobodyWaits,

    /// <summary>Every seat is held.</summary>
    NoSeatFree,

    /// <summary>Every seat is held, some of them by offers that have not been answered.</summary>
    OffersOutstanding,

    /// <summary>What is free is kept for invited guests.</summary>
    HeldBack,

    /// <summary>Seats are free, but too few for any party that waits.</summary>
    PartiesTooLarge,

    /// <summary>Organisers move people up by hand.</summary>
    ByHand,

    /// <summary>The event has begun, or does not take place.</summary>
    TooLate,
}

/// <summary>Why nobody moves up from the waiting list, with the numbers that say it.</summary>
/// <param name="Why">What is in the way.</param>
/// <param name="Free">Seats that are free for whoever is first in line.</param>
/// <param name="Needed">Seats that the first in line need.</param>
/// <param name="HeldBack">Seats kept for invited guests who have not come forward.</param>
/// <param name="Offered">Offers that have not been answered.</param>
public sealed record WaitlistHalt(WaitlistStandstill Why, int Free = 0, int Needed = 0, int HeldBack = 0, int Offered = 0);

/// <summary>
/// Who moves up. Seats go to the first party in line that they suffice for: one that does not fit is passed over, keeps its place, and is the first to be
/// looked at whenever a seat becomes free. So no seat stays empty while somebody waits whom it would do.
/// </summary>
public static class Waitlist
{
    /// <summary>Those who get their seats now, in the order of the line.</summary>
    /// <param name="pool">The seats as they are.</param>
    /// <param name="line">All who wait, the first in line first.</param>
    public static IEnumerable<WaitingParty> Next(SeatPool pool, IEnumerable<WaitingParty> line)
    {
        foreach (var party in line)
        {
            if (pool.Fits(party.Seats, party.Invited))
            {
                pool = pool.After(party.Seats, party.Invited);
                yield return party;
            }
        }
    }

    /// <summary>Why nobody moves up by itself; <see langword="null"/> when somebody is about to.</summary>
    /// <param name="pool">The seats as they are.</param>
    /// <param name="line">The first in line, then at least one party of each size and kind.</param>
    /// <param name="offered">Offers that have not been answered.</param>
    /// <param name="promotion">How free seats go to those who wait.</param>
    /// <param name="isTooLate">Whether the event has begun or does not take place.</param>
    public static WaitlistHalt? WhyNobody(SeatPool pool, IReadOnlyList<WaitingParty> line, int offered, WaitlistPromotion promotion, bool isTooLate) => line switch
    {
        [] => new(WaitlistStandstill.NobodyWaits),
        _ when isTooLate => new(WaitlistStandstill.TooLate),
        [var first, ..] when Next(pool, line).Any() => promotion == WaitlistPromotion.ByHand ? new(WaitlistStandstill.ByHand, pool.Free(first.Invited) ?? 0, first.Seats) : null,
        [var first, ..] => new(Hindrance(pool, first, offered), pool.Free(first.Invited) ?? 0, first.Seats, pool.StillHeldBack, offered),
    };

    private static WaitlistStandstill Hindrance(SeatPool pool, WaitingParty first, int offered) =>
        pool.Free(invited: true) == 0 ? offered > 0 ? WaitlistStandstill.OffersOutstanding : WaitlistStandstill.NoSeatFree
        : pool.Free(invited: false) == 0 && !first.Invited ? WaitlistStandstill.HeldBack
        : WaitlistStandstill.PartiesTooLarge;
}
