using InstituteCms.Mails;
using InstituteCms.Registrations;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Circulars;

/// <summary>Writes to many registrants at once: one mail each, all of them and the log in one transaction, or none.</summary>
public sealed partial class CircularDesk
{
    private readonly ISession _session;
    private readonly RegistrationList _registrations;
    private readonly SeatLedger _seats;
    private readonly RegistrationMail _mail;
    private readonly MailOutbox _outbox;
    private readonly MailMarks _marks;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public CircularDesk(
        ISession session, RegistrationList registrations, SeatLedger seats, RegistrationMail mail, MailOutbox outbox, MailMarks marks, IClock clock,
        ILogger<CircularDesk> logger)
    {
        _session = session;
        _registrations = registrations;
        _seats = seats;
        _mail = mail;
        _outbox = outbox;
        _marks = marks;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Those meant: the chosen, or all whom the list shows. Who was erased cannot be written to, and nobody twice at one address.</summary>
    public async Task<IReadOnlyList<Registration>> FindAsync(
        ContentItem @event, RegistrationFilter filter, IReadOnlyCollection<long> chosen, CancellationToken cancellationToken)
    {
        var found = new List<Registration>();
        if (chosen.Count > 0)
        {
            found.AddRange((await _session.GetAsync<Registration>([.. chosen.Distinct()])).Where(one => one.EventId == @event.ContentItemId));
        }
        else
        {
            await foreach (var registration in _registrations.ReadAllAsync(@event, filter, cancellationToken))
            {
                found.Add(registration);
            }
        }

        return
        [
            .. found.Where(registration => registration.ErasedUtc is null)
                .OrderByDescending(registration => registration.IsActive)
                .DistinctBy(registration => EmailAddressKey.From(registration.Email)),
        ];
    }

    /// <summary>Sends it; the number of people written to, or <see langword="null"/> when this very form was sent before.</summary>
    public async Task<int?> SendAsync(
        ContentItem @event, CircularForm form, RegistrationFilter filter, string byUser, CancellationToken cancellationToken)
    {
        var (eventId, key) = (@event.ContentItemId, form.Key.ToString());
        await _session.BeginTransactionAsync(cancellationToken);
        await _seats.LockAsync(eventId); // The same form, sent twice at the same time.
        if (await _session.QueryIndex<CircularIndex>(index => index.EventId == eventId && index.Key == key).FirstOrDefaultAsync(cancellationToken) is not null)
        {
            return null;
        }

        var (template, nowUtc) = (form.ToTemplate(), _clock.UtcNow);
        var unwilling = form.IsEssential ? [] : await _marks.ListAsync(eventId, MailMarks.NoReminder);
        var sent = new List<(Registration Registration, OutboxMessage Mail)>();
        foreach (var registration in (await FindAsync(@event, filter, form.Chosen, cancellationToken)).Where(one => !unwilling.Contains(one.Id)))
        {
            var message = await _mail.CircularAsync(@event, registration, template, isOptional: !form.IsEssential);
            await _outbox.PutAsync(message, nowUtc);
            sent.Add((registration, message));
        }

        await _session.FlushAsync(cancellationToken); // The mails have ids from now on.
        await _session.SaveAsync(new Circular
        {
            EventId = eventId, Key = key, Subject = template.Subject, Text = template.Text, IsEssential = form.IsEssential, SentUtc = nowUtc, ByUser = byUser,
            Mails = [.. sent.Select(one => new CircularMail(one.Registration.Id, one.Mail.Id))],
        });
        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogSent(eventId, sent.Count);
        return sent.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: {Sent} registrants were written to.")]
    private partial void LogSent(string eventId, int sent);
}
