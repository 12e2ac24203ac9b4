using Microsoft.Extensions.Localization;

namespace InstituteCms.Proof;

/// <summary>Says the checks in plain words.</summary>
public sealed class ProofTexts
{
    private readonly IStringLocalizer S;

    public ProofTexts(IStringLocalizer<ProofTexts> localizer) => S = localizer;

    /// <summary>What is promised.</summary>
    public string Promise(ProofCheck check) => check switch
    {
        ProofCheck.SeatsWithinCapacity => S["No more seats are held than there are."],
        ProofCheck.LedgerIsWhatIsHeld => S["The count of seats is what the registrations add up to."],
        ProofCheck.OneRegistrationPerAddress => S["An address has one registration that stands, and no second."],
        ProofCheck.ClaimsAreRegistrations => S["Every address that is taken belongs to a registration that stands."],
        ProofCheck.HistoriesAreWhole => S["Every registration has its history, without a gap, up to where it stands."],
        ProofCheck.ChangesAreLawful => S["Nothing was done to a registration that is not allowed."],
        ProofCheck.LinesAreInOrder => S["Everybody on the waiting list has a place, and nobody the same."],
        _ => S["Everybody who is confirmed has a mail that says so: sent, given up, or about to be sent."],
    };

    /// <summary>How it is broken, and how often.</summary>
    public string Finding(ProofResult result) => result.Check switch
    {
        ProofCheck.SeatsWithinCapacity => S.Plural(result.Broken, "{0} seat is held beyond those that there are.", "{0} seats are held beyond those that there are."),
        ProofCheck.LedgerIsWhatIsHeld => S.Plural(result.Broken, "The count differs by {0} seat.", "The count differs by {0} seats."),
        ProofCheck.OneRegistrationPerAddress => S.Plural(result.Broken, "{0} registration has an address that another has, too.", "{0} registrations have an address that another has, too."),
        ProofCheck.ClaimsAreRegistrations => S.Plural(result.Broken, "{0} address is taken without a registration, or the other way round.", "{0} addresses are taken without a registration, or the other way round."),
        ProofCheck.HistoriesAreWhole => S.Plural(result.Broken, "{0} registration has a history that is not whole.", "{0} registrations have a history that is not whole."),
        ProofCheck.ChangesAreLawful => S.Plural(result.Broken, "{0} registration was changed in a way that is not allowed.", "{0} registrations were changed in a way that is not allowed."),
        ProofCheck.LinesAreInOrder => S.Plural(result.Broken, "{0} registration has no place on the waiting list, or one that is not its own.", "{0} registrations have no place on the waiting list, or one that is not their own."),
        _ => S.Plural(result.Broken, "{0} confirmed person has no such mail.", "{0} confirmed people have no such mail."),
    };

    /// <summary>What to do about it.</summary>
    public string Advice(ProofCheck check) => check switch
    {
        ProofCheck.SeatsWithinCapacity => S["If the number of seats was lowered after people had registered, this is as it should be: nobody was removed. Otherwise find a larger room, or speak to those who registered last."],
        ProofCheck.LedgerIsWhatIsHeld => S["Somebody has changed the database past this site. Stop registration for the event, restore the row of its seats from a backup, and compare it with the list of those registered."],
        ProofCheck.OneRegistrationPerAddress => S["Look at both registrations and cancel the one that is not meant; its seat goes to the next."],
        ProofCheck.ClaimsAreRegistrations => S["An address that is taken without a registration cannot register: cancel and reinstate a registration to set its address right, or have the row removed from the table of addresses."],
        ProofCheck.HistoriesAreWhole => S["Compare the registration with its history and with the mails that were sent; the mails are what the person knows. Where they differ, ask the person."],
        ProofCheck.ChangesAreLawful => S["Look who made the change, in the history and in the audit trail, and whether the person was told."],
        ProofCheck.LinesAreInOrder => S["Move those concerned to the waiting list anew; they are then at its end. Give them a seat by hand if they came first."],
        _ => S["Tell them by hand. People who came from another site with their registration got their mail there."],
    };
}
