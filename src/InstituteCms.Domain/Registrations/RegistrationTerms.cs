namespace InstituteCms.Registrations;

/// <summary>What cannot be asked of an event's registration.</summary>
public enum RegistrationTermsProblem
{
    /// <summary>It would close before, or as, it opens.</summary>
    ClosesBeforeItOpens,

    /// <summary>A limit of less than one seat.</summary>
    NoSeats,

    /// <summary>A limit of less than one seat online.</summary>
    NoSeatsOnline,

    /// <summary>More seats kept for invited guests than there are, or fewer than none.</summary>
    HeldBackOutOfRange,

    /// <summary>A waiting list for fewer than none.</summary>
    WaitlistOutOfRange,

    /// <summary>Offers that last less than an hour, or longer than <see cref="RegistrationTerms.MaxOfferHours"/>.</summary>
    OfferOutOfRange,

    /// <summary>Nobody may come, or more people with one person than <see cref="RegistrationRules.LargestParty"/>.</summary>
    PartyOutOfRange,

    /// <summary>Only some domains' addresses may register, and none is named.</summary>
    NoDomains,

    /// <summary>Fewer days than none, or more than <see cref="RetentionPolicy.MaxDays"/>.</summary>
    RetentionOutOfRange,
}

/// <summary>When and for how many an event takes registrations, and for how long it keeps them.</summary>
/// <param name="OpensUtc">First instant at which registration is open; <see langword="null"/> means from the announcement on.</param>
/// <param name="ClosesUtc">First instant at which it is closed again; <see langword="null"/> means at the start of the event.</param>
/// <param name="Capacity">Seats offered; <see langword="null"/> means unlimited.</param>
/// <param name="OnlineCapacity">Seats offered online, at an event that has both ways of taking part; <see langword="null"/> means unlimited.</param>
/// <param name="RetentionDays">Days after the event's end for which personal data is kept.</param>
/// <param name="HeldBack">Seats kept for invited guests.</param>
/// <param name="OfferHours">Hours for which an offered seat is kept.</param>
/// <param name="Rules">What is asked of those who register.</param>
public sealed record RegistrationTerms(
    DateTime? OpensUtc, DateTime? ClosesUtc, int? Capacity, int? OnlineCapacity, int RetentionDays, int HeldBack, int OfferHours, RegistrationRules Rules)
{
    /// <summary>Four weeks.</summary>
    public const int MaxOfferHours = 672;

    /// <summary>Everything that is wrong with the terms; nothing when they may stand.</summary>
    public IEnumerable<RegistrationTermsProblem> Problems()
    {
        if (ClosesUtc <= OpensUtc)
        {
            yield return RegistrationTermsProblem.ClosesBeforeItOpens;
        }

        if (Capacity < 1)
        {
            yield return RegistrationTermsProblem.NoSeats;
        }

        if (OnlineCapacity < 1)
        {
            yield return RegistrationTermsProblem.NoSeatsOnline;
        }

        if (HeldBack < 0 || (Capacity >= 1 && HeldBack > Capacity))
        {
            yield return RegistrationTermsProblem.HeldBackOutOfRange;
        }

        if (Rules.WaitlistLength < 0)
        {
            yield return RegistrationTermsProblem.WaitlistOutOfRange;
        }

        if (OfferHours is < 1 or > MaxOfferHours)
        {
            yield return RegistrationTermsProblem.OfferOutOfRange;
        }

        if (Rules.MaxParty is < 1 or > RegistrationRules.LargestParty)
        {
            yield return RegistrationTermsProblem.PartyOutOfRange;
        }

        if (Rules.Audience == RegistrationAudience.AddressDomains && Rules.Domains is not { Count: > 0 })
        {
            yield return RegistrationTermsProblem.NoDomains;
        }

        if (RetentionDays is < 0 or > RetentionPolicy.MaxDays)
        {
            yield return RegistrationTermsProblem.RetentionOutOfRange;
        }
    }
}
