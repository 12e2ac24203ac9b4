namespace InstituteCms.Registrations;

/// <summary>What became of an attempt to register.</summary>
public abstract record RegistrationOutcome
{
    private RegistrationOutcome()
    {
    }

    /// <summary>A seat was given.</summary>
    public sealed record Confirmed : RegistrationOutcome;

    /// <summary>No seat was given.</summary>
    public sealed record Refused(RefusalReason Reason) : RegistrationOutcome;
}
