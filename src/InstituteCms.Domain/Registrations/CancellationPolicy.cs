namespace InstituteCms.Registrations;

/// <summary>What becomes of a registrant's wish to cancel.</summary>
public enum CancellationDecision
{
    /// <summary>The seat is given back.</summary>
    Cancel,

    /// <summary>It was given back before; asking twice does no harm.</summary>
    AlreadyCancelled,

    /// <summary>The event is over: there is no seat to give back.</summary>
    TooLate,
}

/// <summary>Until when a registration can be cancelled.</summary>
public static class CancellationPolicy
{
    /// <summary>Decides on one wish to cancel.</summary>
    /// <param name="status">Where the registration stands.</param>
    /// <param name="endUtc">First instant at which the event is over; <see langword="null"/> when not fixed yet.</param>
    /// <param name="nowUtc">Instant of the wish.</param>
    public static CancellationDecision Decide(RegistrationStatus status, DateTime? endUtc, DateTime nowUtc) =>
        status == RegistrationStatus.Cancelled ? CancellationDecision.AlreadyCancelled
        : nowUtc >= endUtc ? CancellationDecision.TooLate
        : CancellationDecision.Cancel;
}
