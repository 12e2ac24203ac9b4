using InstituteCms.Registrations;

namespace InstituteCms.Mails;

/// <summary>
/// What a mail shall tell: noted in the transaction of the change that it tells of, while others wait for the event's seats. Its words are
/// written when it is sent: <see cref="OrderedMail"/>.
/// </summary>
/// <param name="From">Where the registration stood before; <see langword="null"/> when there was none.</param>
/// <param name="To">Where it stands.</param>
/// <param name="Command">What was done; <see langword="null"/> for the registration itself.</param>
/// <param name="By">Who did it.</param>
/// <param name="LapsesUtc">First instant at which a hold or an offer has lapsed.</param>
/// <param name="Place">Place on the waiting list, 1 for the next; 0 for those who are not on it.</param>
/// <param name="Token">Secret of the personal link.</param>
public sealed record MailOrder(
    RegistrationStatus? From, RegistrationStatus To, RegistrationCommand? Command, RegistrationActor By, DateTime? LapsesUtc, int Place, string Token)
{
    /// <summary>The message that tells a person of a change.</summary>
    /// <param name="siteUrl">Address of the site as the person knows it.</param>
    public static OutboxMessage Of(Registration registration, RegistrationChange change, PersonalToken token, int place, string siteUrl) => new()
    {
        EventId = registration.EventId,
        RegistrationId = registration.Id,
        Kind = KindOf(change),
        To = registration.Email,
        SiteUrl = siteUrl,
        Order = new(change.From, change.To, change.Command, change.By, registration.LapsesUtc, place, token.Value),
    };

    private static MailKind KindOf(RegistrationChange change) => change switch
    {
        { To: RegistrationStatus.Pending } => MailKind.Received,
        { To: RegistrationStatus.AwaitingConfirmation } => MailKind.ConfirmAddress,
        { To: RegistrationStatus.Waitlisted } => MailKind.Waitlisted,
        { To: RegistrationStatus.Offered } => MailKind.Offered,
        { To: RegistrationStatus.Confirmed, Command: RegistrationCommand.Promote } => MailKind.Promoted,
        { To: RegistrationStatus.Confirmed } => MailKind.Confirmed,
        { To: RegistrationStatus.Rejected } => MailKind.Rejected,
        _ => MailKind.Cancelled,
    };
}
