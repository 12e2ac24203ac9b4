using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Imports;

/// <summary>Says what columns hold and what becomes of lines.</summary>
public sealed class ImportTexts
{
    private readonly IStringLocalizer S;

    public ImportTexts(IStringLocalizer<ImportTexts> localizer) => S = localizer;

    /// <summary>What a column holds.</summary>
    public string NameOf(ImportColumn column) => column switch
    {
        ImportColumn.Name => S["Name"],
        ImportColumn.FamilyName => S["Family name"],
        ImportColumn.GivenName => S["Given name"],
        ImportColumn.Email => S["E-mail"],
        ImportColumn.Affiliation => S["Affiliation"],
        ImportColumn.Language => S["Language"],
        ImportColumn.Seats => S["Seats wanted"],
        ImportColumn.Mode => S["Takes part"],
        _ => S["Companions"],
    };

    /// <summary>Why there is no registration; empty where there is one.</summary>
    public string WhyNot(ImportLine line) => line.Outcome switch
    {
        null => line.Problem,
        RegistrationOutcome.Refused(var reason) => WhyNot(reason),
        _ => "",
    };

    private string WhyNot(RefusalReason reason) => reason switch
    {
        RefusalReason.AlreadyRegistered => S["Is registered already."],
        RefusalReason.Full => S["There are not enough seats free."],
        RefusalReason.EventCancelled => S["The event does not take place."],
        RefusalReason.EventEnded => S["The event is over."],
        _ => S["The event takes no registrations: switch them on in its editor."],
    };
}
