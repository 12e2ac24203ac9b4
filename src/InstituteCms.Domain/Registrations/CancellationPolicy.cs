namespace InstituteCms.Registrations;

/// <summary>What becomes of a registrant's wish to cancel.</summary>
public enum CancellationDecision
{
    /// <summary>The registration is given up.</summary>
    Cancel,

    /// <summary>It was given up before; asking twice does no harm.</summary>
    AlreadyCancelled,

    /// <summary>The day until which one can cancel, or the event itself, is over.</summary>
    TooLate,
}

/// <summary>Until when registrants may cancel or change a registration by themselves.</summary>
public static class CancellationPolicy
{
    /// <summary>Decides on one wish to cancel.</summary>
    /// <param name="status">Where the registration stands.</param>
    /// <param name="untilUtc">First instant at which it is too late; <see langword="null"/> means the end of the event.</param>
    /// <param name="endUtc">First instant at which the event is over; <see langword="null"/> when not fixed yet.</param>
    /// <param name="nowUtc">Instant of the wish.</param>
    public static CancellationDecision Decide(RegistrationStatus status, DateTime? untilUtc, DateTime? endUtc, DateTime nowUtc) =>
        !RegistrationTransition.Commands(status, RegistrationActor.Registrant).Contains(RegistrationCommand.Cancel) ? CancellationDecision.AlreadyCancelled
        : IsTooLate(untilUtc, endUtc, nowUtc) ? CancellationDecision.TooLate
        : CancellationDecision.Cancel;

    /// <summary>Whether the time for it is over.</summary>
    public static bool IsTooLate(DateTime? untilUtc, DateTime? endUtc, DateTime nowUtc) => nowUtc >= endUtc || nowUtc >= untilUtc;
}
