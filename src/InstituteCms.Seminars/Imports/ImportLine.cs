using InstituteCms.Registrations;

namespace InstituteCms.Imports;

/// <summary>One row of the table, understood or not.</summary>
/// <param name="Row">The row.</param>
/// <param name="Called">Who is meant, as far as the row says it.</param>
/// <param name="Registrant"><see langword="null"/> where it cannot be understood.</param>
/// <param name="Problem">Why not, or why it could not be stored, in the reader's language.</param>
public sealed record ImportLine(ImportRow Row, string Called, Registrant? Registrant, string Problem = "")
{
    /// <summary>What becomes, or became, of it; <see langword="null"/> beside a problem.</summary>
    public RegistrationOutcome? Outcome { get; init; }

    /// <summary>Where the registration stands; <see langword="null"/> where there is none.</summary>
    public RegistrationStatus? Status => (Outcome as RegistrationOutcome.Accepted)?.Status;

    /// <summary>Whether the address is registered already.</summary>
    public bool IsAlreadyRegistered => Outcome is RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered);
}
