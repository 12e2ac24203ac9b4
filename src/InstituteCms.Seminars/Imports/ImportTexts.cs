using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Imports;

/// <summary>Says what becomes of a line.</summary>
public sealed class ImportTexts
{
    private readonly IStringLocalizer S;

    public ImportTexts(IStringLocalizer<ImportTexts> localizer) => S = localizer;

    public string NameOf(ImportColumn column) => column switch
    {
        ImportColumn.Name => S["Name"],
        ImportColumn.Email => S["E-mail"],
        ImportColumn.Affiliation => S["Affiliation"],
        ImportColumn.Language => S["Language"],
        ImportColumn.Seats => S["Seats wanted"],
        _ => S["Companions"],
    };

    public string Reason(RefusalReason reason) => reason switch
    {
        RefusalReason.AlreadyRegistered => S["Is registered already."],
        RefusalReason.Full => S["No seat is left, nor a place on the waiting list."],
        RefusalReason.PartyTooLarge => S["Wants more seats than one person may take."],
        RefusalReason.NotYetOpen => S["Registration has not begun."],
        RefusalReason.Closed => S["Registration has ended."],
        RefusalReason.NotOffered => S["The event takes no registrations."],
        RefusalReason.EventCancelled or RefusalReason.EventPostponed => S["The event does not take place, or not yet."],
        RefusalReason.EventEnded => S["The event is over."],
        _ => S["May not register for this event."],
    };
}
