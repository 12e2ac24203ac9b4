using InstituteCms.Questions;
using InstituteCms.Registrations;

namespace InstituteCms.Privacy;

/// <summary>Everything that is kept about one registrant, for the registrant. Times are UTC.</summary>
/// <param name="Code">What stands on the ticket.</param>
/// <param name="LinkSentUtc">When a personal link was last sent; the links themselves are not kept.</param>
/// <param name="EraseUtc">When all of this is erased; <see langword="null"/> while the event has no end.</param>
public sealed record OwnData(
    string EventId,
    string EventTitle,
    string Name,
    string Email,
    string Affiliation,
    string Language,
    int Seats,
    IReadOnlyList<string> Companions,
    bool Invited,
    RegistrationStatus Status,
    int WaitlistPlace,
    string Code,
    DateTime RegisteredUtc,
    DateTime? CancelledUtc,
    DateTime? CheckedInUtc,
    DateTime LinkSentUtc,
    DateTime? EraseUtc,
    bool WantsReminder,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<OwnChange> History,
    IReadOnlyList<OwnNote> Notes,
    string? PrivacyNotice,
    IReadOnlyList<GivenConsent> Consents,
    IReadOnlyList<OwnMail> Mails);

/// <summary>One line of the history. Which organiser it was is that person's own data.</summary>
public sealed record OwnChange(
    DateTime AtUtc, RegistrationActor By, RegistrationCommand? Command, RegistrationStatus? From, RegistrationStatus To, IReadOnlyList<RegistrantField> Edited, string Why)
{
    public static OwnChange Of(RegistrationChange change) => new(change.AtUtc, change.By, change.Command, change.From, change.To, change.Edited, change.Why);
}

/// <summary>What an organiser has noted.</summary>
public sealed record OwnNote(DateTime AtUtc, string Text);

/// <summary>One mail. Its words are kept until it is sent.</summary>
public sealed record OwnMail(Mails.MailKind Kind, Mails.OutboxStatus Status, DateTime WrittenUtc, DateTime? SentUtc, string Subject, string Text);
