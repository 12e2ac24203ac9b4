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

    /// <summary>What is free is kept for invited guests.</summary>
    HeldBack,

    /// <summary>Seats are free, but too few for any party that waits.</summary>
    PartiesTooLarge,

    /// <summary>Organisers move people up by hand.</summary>
    ByHand,

    /// <summary>The event has begun, or does not take place.</summary>
    TooLate,
}

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

    /// <summary>Why <see cref="Next"/> gives nobody; <see langword="null"/> when it gives somebody.</summary>
    public static WaitlistStandstill? WhyNobody(SeatPool pool, IReadOnlyCollection<WaitingParty> line) =>
        line.Count == 0 ? WaitlistStandstill.NobodyWaits
        : Next(pool, line).Any() ? null
        : pool.Free(invited: true) == 0 ? WaitlistStandstill.NoSeatFree
        : pool.Free(invited: false) == 0 ? WaitlistStandstill.HeldBack
        : WaitlistStandstill.PartiesTooLarge;
}
