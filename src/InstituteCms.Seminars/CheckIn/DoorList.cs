using InstituteCms.Registrations;

namespace InstituteCms.CheckIn;

/// <summary>All that a phone at the door learns. Times are milliseconds since 1970, as browsers count them.</summary>
/// <param name="Now">Time of the site, by which phones correct their own.</param>
/// <param name="KeepFrom">From when on a phone may keep this; <see langword="null"/> for never.</param>
/// <param name="KeepUntil">From when on it must not any more.</param>
/// <param name="Free">Seats for people who come unregistered; <see langword="null"/> means unlimited.</param>
/// <param name="WhyNobody">Why nobody is let in unregistered; <see langword="null"/> where somebody is.</param>
/// <param name="People">Everybody with a seat, by name.</param>
public sealed record DoorList(long Now, long? KeepFrom, long? KeepUntil, int? Free, string? WhyNobody, IReadOnlyList<DoorPerson> People)
{
    /// <summary>People who were not let in, though a phone had let them in while it was without a connection: by the phone's own keys.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; init; } = new Dictionary<string, string>();

    /// <summary>Proves the next request to be this site's own.</summary>
    public string Token { get; init; } = "";
}

/// <summary>One registration at the door: the name, how many come, and the tick.</summary>
/// <param name="Ticket">See <see cref="CheckInCode.Fingerprint"/>.</param>
/// <param name="Ticked">When it was ticked last, or the tick taken back.</param>
public sealed record DoorPerson(long Id, string Name, int Seats, string Ticket, bool Here, long? Ticked)
{
    public static DoorPerson Of(Registration registration) => new(
        registration.Id,
        registration.Name,
        registration.Seats,
        registration.TokenHashes.Count == 0 ? "" : CheckInCode.Fingerprint(CheckInCode.Of(registration.TokenHashes[0])),
        registration.CheckedInUtc is not null,
        registration.LastTick is { } tick ? Milliseconds(tick.AtUtc) : null);

    public static long Milliseconds(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();
}

/// <summary>What a phone sends once it can.</summary>
public sealed record DoorReport(IReadOnlyList<SentTick> Ticks, IReadOnlyList<SentWalkIn> WalkIns);

/// <summary>A tick, by the corrected clock of a phone.</summary>
public sealed record SentTick(long Id, long At, bool Here);

/// <summary>Somebody let in unregistered.</summary>
/// <param name="Key">A secret of the phone's own, in the form of a <see cref="PersonalToken"/>: sent twice, it is the same person.</param>
public sealed record SentWalkIn(string Key, string? Name, long At);
