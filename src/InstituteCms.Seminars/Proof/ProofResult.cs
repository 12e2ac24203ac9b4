namespace InstituteCms.Proof;

/// <summary>A promise that is checked.</summary>
public enum ProofCheck
{
    SeatsWithinCapacity,
    LedgerIsWhatIsHeld,
    OneRegistrationPerAddress,
    ClaimsAreRegistrations,
    HistoriesAreWhole,
    ChangesAreLawful,
    LinesAreInOrder,
    ConfirmedHaveMail,
}

/// <summary>What came of one check of one event.</summary>
/// <param name="Check">The promise.</param>
/// <param name="Broken">How often it does not hold; 0 when it does.</param>
public sealed record ProofResult(ProofCheck Check, int Broken)
{
    /// <summary>Document ids of some of the registrations concerned.</summary>
    public IReadOnlyList<long> Examples { get; init; } = [];

    public bool Holds => Broken == 0;
}
