namespace InstituteCms.Registrations;

/// <summary>What became of an attempt to register.</summary>
public abstract record RegistrationOutcome
{
    private RegistrationOutcome()
    {
    }

    /// <summary>The registration stands.</summary>
    /// <param name="Status">As what.</param>
    /// <param name="OnceProved">What it becomes when the address is proved to be the registrant's; <see langword="null"/> where that is not asked.</param>
    public sealed record Accepted(RegistrationStatus Status, RegistrationStatus? OnceProved = null) : RegistrationOutcome;

    /// <summary>There is none.</summary>
    public sealed record Refused(RefusalReason Reason) : RegistrationOutcome;
}
