namespace InstituteCms.Events;

/// <summary>Whether one can register for an event, and if not, why not. Pages, lists, feeds, mails and the form all ask here.</summary>
public abstract record EventAvailability
{
    private EventAvailability()
    {
    }

    /// <summary>People do not register for this event.</summary>
    public sealed record NotOffered : EventAvailability;

    /// <summary>Registration begins at <paramref name="OpensUtc"/>.</summary>
    public sealed record NotYetOpen(DateTime OpensUtc) : EventAvailability;

    /// <summary>One can register; <paramref name="Remaining"/> seats are left, <see langword="null"/> means unlimited.</summary>
    public sealed record Open(int? Remaining) : EventAvailability;

    /// <summary>Every seat is taken; <paramref name="Places"/> parties more may wait for one.</summary>
    public sealed record Waitlist(int Places) : EventAvailability;

    /// <summary>Those who were invited can register.</summary>
    public sealed record ByInvitation : EventAvailability;

    /// <summary>Every seat is taken.</summary>
    public sealed record Full : EventAvailability;

    /// <summary>Registration has ended.</summary>
    public sealed record Closed : EventAvailability;

    /// <summary>The event does not take place.</summary>
    public sealed record Cancelled : EventAvailability;

    /// <summary>The event is over.</summary>
    public sealed record Ended : EventAvailability;

    /// <summary>The event takes place later, at a time not known yet.</summary>
    public sealed record Postponed : EventAvailability;

    /// <summary>The state at <paramref name="nowUtc"/>. The first that applies, in the order below, is the one people are told.</summary>
    /// <remarks>Of an event that people take part in either way, it is the better of the two.</remarks>
    public static EventAvailability At(AvailabilityFacts facts, DateTime nowUtc) =>
        facts.Modes.Select(mode => Of(facts.For(mode), nowUtc)).Aggregate(Better);

    private static EventAvailability Better(EventAvailability one, EventAvailability other) => (one, other) switch
    {
        (Open(var a), Open(var b)) => new Open(a + b),
        (Open, _) or (Waitlist, Full) => one,
        (_, Open) or (Full, Waitlist) => other,
        (Waitlist(var a), Waitlist(var b)) => new Waitlist(a + b),
        _ => one, // What is not about seats is the same for both.
    };

    private static EventAvailability Of(AvailabilityFacts facts, DateTime nowUtc) => facts switch
    {
        { Status: EventStatus.Cancelled } => new Cancelled(),
        { Status: EventStatus.Postponed } => new Postponed(), // The dates on record no longer hold.
        _ when nowUtc >= facts.EndUtc => new Ended(),
        { RegistrationEnabled: false } => new NotOffered(),
        { OpensUtc: { } opens } when nowUtc < opens => new NotYetOpen(opens),
        _ when nowUtc >= (facts.ClosesUtc ?? facts.StartUtc) => new Closed(),
        { ByInvitation: true } => new ByInvitation(),
        _ => BySeats(facts),
    };

    /// <summary>The state while one can register, by the seats alone: those of the usual way of taking part.</summary>
    public static EventAvailability BySeats(AvailabilityFacts facts) => facts switch
    {
        { RemainingSeats: 0, WaitlistPlaces: > 0 } => new Waitlist(facts.WaitlistPlaces),
        { RemainingSeats: 0 } => new Full(),
        _ => new Open(facts.RemainingSeats),
    };
}
