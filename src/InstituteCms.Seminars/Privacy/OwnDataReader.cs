using InstituteCms.CheckIn;
using InstituteCms.Mails;
using InstituteCms.Registrations;
using YesSql;

namespace InstituteCms.Privacy;

/// <summary>Gathers what is kept about a registrant.</summary>
public sealed class OwnDataReader
{
    private readonly ISession _session;
    private readonly MailMarks _marks;

    public OwnDataReader(ISession session, MailMarks marks) => (_session, _marks) = (session, marks);

    public async Task<OwnData> ReadAsync(PersonalPage page, CancellationToken cancellationToken)
    {
        var kept = page.Registration;
        var id = kept.Id;
        var mails = await _session
            .Query<OutboxMessage, OutboxIndex>(message => message.RegistrationId == id)
            .OrderBy(message => message.CreatedUtc)
            .ListAsync(cancellationToken);
        return new(
            kept.EventId,
            page.Event.DisplayText,
            kept.Name,
            kept.Email,
            kept.Affiliation,
            kept.Culture,
            kept.Seats,
            kept.Companions,
            kept.Invited,
            kept.Status,
            page.Place,
            CheckInCode.Spaced(page.TicketCode),
            kept.CreatedUtc,
            kept.CancelledUtc,
            kept.CheckedInUtc,
            kept.LinkSentUtc,
            RetentionCalendar.EraseUtc(page.Event),
            !await _marks.IsSetAsync(id, MailMarks.NoReminder),
            kept.Answers,
            [.. kept.History.Select(OwnChange.Of)],
            [.. kept.Notes.Select(note => new OwnNote(note.AtUtc, note.Text))],
            kept.PrivacyNotice?.Text,
            kept.PrivacyNotice?.Consents ?? [],
            [.. mails.Select(mail => new OwnMail(mail.Kind, mail.Status, mail.CreatedUtc, mail.SentUtc, mail.Subject, mail.TextBody))]);
    }
}
