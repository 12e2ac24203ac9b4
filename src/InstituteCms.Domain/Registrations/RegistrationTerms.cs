namespace InstituteCms.Registrations;

/// <summary>What cannot be asked of an event's registration.</summary>
public enum RegistrationTermsProblem
{
    /// <summary>It would close before, or as, it opens.</summary>
    ClosesBeforeItOpens,

    /// <summary>A limit of less than one seat.</summary>
    NoSeats,

    /// <summary>Fewer seats than are taken.</summary>
    FewerSeatsThanTaken,

    /// <summary>Fewer days than none, or more than <see cref="RetentionPolicy.MaxDays"/>.</summary>
    RetentionOutOfRange,
}

/// <summary>When and for how many an event takes registrations, and for how long it keeps them.</summary>
/// <param name="OpensUtc">First instant at which registration is open; <see langword="null"/> means from the announcement on.</param>
/// <param name="ClosesUtc">First instant at which it is closed again; <see langword="null"/> means at the start of the event.</param>
/// <param name="Capacity">Seats offered; <see langword="null"/> means unlimited.</param>
/// <param name="RetentionDays">Days after the event's end for which personal data is kept.</param>
public sealed record RegistrationTerms(DateTime? OpensUtc, DateTime? ClosesUtc, int? Capacity, int RetentionDays)
{
    /// <summary>Everything that is wrong with the terms while <paramref name="seatsTaken"/> seats are held; nothing when they may stand.</summary>
    public IEnumerable<RegistrationTermsProblem> Problems(int seatsTaken)
    {
        if (ClosesUtc <= OpensUtc)
        {
            yield return RegistrationTermsProblem.ClosesBeforeItOpens;
        }

        if (Capacity < 1)
        {
            yield return RegistrationTermsProblem.NoSeats;
        }
        else if (Capacity < seatsTaken)
        {
            yield return RegistrationTermsProblem.FewerSeatsThanTaken;
        }

        if (RetentionDays is < 0 or > RetentionPolicy.MaxDays)
        {
            yield return RegistrationTermsProblem.RetentionOutOfRange;
        }
    }
}
