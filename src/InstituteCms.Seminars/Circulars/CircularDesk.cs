using InstituteCms.Mails;
using InstituteCms.Registrations;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Circulars;

/// <summary>What has come of sending a circular.</summary>
public abstract record CircularOutcome
{
    private CircularOutcome()
    {
    }

    public sealed record Sent(Circular Circular) : CircularOutcome;

    /// <summary>The very same form was sent before.</summary>
    public sealed record SentBefore(long Id) : CircularOutcome;

    /// <summary>Nobody is left who would get it.</summary>
    public sealed record Nobody : CircularOutcome;

    /// <summary>A registration was changed at the same moment; nothing was sent.</summary>
    public sealed record Disturbed : CircularOutcome;
}

/// <summary>Writes to many registrants at once: one mail each, all of them and the log in one transaction, or none.</summary>
public sealed partial class CircularDesk
{
    private readonly ISession _session;
    private readonly CircularReaderList _readers;
    private readonly SeatLedger _seats;
    private readonly RegistrationMail _mail;
    private readonly MailOutbox _outbox;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public CircularDesk(
        ISession session, CircularReaderList readers, SeatLedger seats, RegistrationMail mail, MailOutbox outbox, IClock clock, ILogger<CircularDesk> logger)
    {
        _session = session;
        _readers = readers;
        _seats = seats;
        _mail = mail;
        _outbox = outbox;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>The mail as a reader gets it; its links are made up, for it is not sent to them.</summary>
    public Task<OutboxMessage> ShowAsync(ContentItem @event, Registration reader, CircularForm form) => ShowAsync(@event, reader, reader.Name, form);

    private Task<OutboxMessage> ShowAsync(ContentItem @event, Registration reader, string name, CircularForm form)
    {
        var (language, template) = form.For(reader.Culture);
        var likeness = new Registration
        {
            EventId = reader.EventId, Status = reader.Status, Name = name, Email = reader.Email, Culture = reader.Culture, Mode = reader.Mode, Seats = reader.Seats,
        };
        return _mail.CircularAsync(@event, likeness, template, language, PersonalToken.Create(), isOptional: !form.IsEssential);
    }

    /// <summary>Sends one mail, as a reader would get it, to whoever wrote it: under their own name, for a reader's would lie in a mail that is not the reader's.</summary>
    public async Task TryOutAsync(ContentItem @event, Registration reader, CircularForm form, string to, string byUser)
    {
        var message = await ShowAsync(@event, reader, byUser, form);
        message.To = to;
        await _outbox.PutAsync(message, _clock.UtcNow);
        await _session.SaveChangesAsync();
        MailOutbox.DeliverSoon();
    }

    /// <summary>Sends it to everybody who is meant by now.</summary>
    /// <param name="event">The event.</param>
    /// <param name="filter">What the list showed.</param>
    /// <param name="form">A form without a mistake.</param>
    /// <param name="byUser">User name of whoever sends it.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task<CircularOutcome> SendAsync(ContentItem @event, RegistrationFilter filter, CircularForm form, string byUser, CancellationToken cancellationToken)
    {
        var found = await _readers.FindAsync(@event, filter, form, cancellationToken);
        var (eventId, key) = (@event.ContentItemId, form.Key.ToString());
        await _session.BeginTransactionAsync(cancellationToken);
        await _seats.LockAsync(eventId); // Until here comes the same form, sent twice at the same time, and whoever changes a registration.
        if (await _session.Query<Circular, CircularIndex>(index => index.EventId == eventId && index.Key == key).FirstOrDefaultAsync(cancellationToken) is { } before)
        {
            await _session.CancelAsync();
            return new CircularOutcome.SentBefore(before.Id);
        }

        var readers = await _readers.ReadAgainAsync(eventId, found.Readers, form);
        if (readers.Readers.Count == 0)
        {
            await _session.CancelAsync();
            return new CircularOutcome.Nobody();
        }

        var circular = new Circular
        {
            EventId = eventId,
            Key = key,
            Words = form.Written().ToDictionary(words => words.Language, words => words.Template),
            IsEssential = form.IsEssential,
            States = form.States,
            SentUtc = _clock.UtcNow,
            ByUser = byUser,
            Written = readers.Readers.Count,
            Unwilling = found.Unwilling + readers.Unwilling,
        };
        try
        {
            await WriteAsync(@event, circular, readers.Readers, form, cancellationToken);
        }
        catch (ConcurrencyException)
        {
            return new CircularOutcome.Disturbed();
        }

        MailOutbox.DeliverSoon();
        LogSent(eventId, circular.Written);
        return new CircularOutcome.Sent(circular);
    }

    private async Task WriteAsync(ContentItem @event, Circular circular, IReadOnlyList<Registration> readers, CircularForm form, CancellationToken cancellationToken)
    {
        foreach (var reader in readers)
        {
            var (language, template) = form.For(reader.Culture);
            var token = MailVariables.Uses(template.Text, MailVariables.Cancel) || MailVariables.Uses(template.Subject, MailVariables.Cancel) ? PersonalToken.Create() : null;
            var message = await _mail.CircularAsync(@event, reader, template, language, token, isOptional: !circular.IsEssential);
            message.Circular = circular.Key;
            await _outbox.PutAsync(message, circular.SentUtc);
            if (token is not null)
            {
                reader.AddLink(token, circular.SentUtc); // Only hashes are kept: a mail that says the link has one of its own.
                await _session.SaveAsync(reader, checkConcurrency: true, cancellationToken: cancellationToken);
            }
        }

        await _session.SaveAsync(circular, cancellationToken: cancellationToken);
        await _session.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: {Written} registrants were written to.")]
    private partial void LogSent(string eventId, int written);
}
