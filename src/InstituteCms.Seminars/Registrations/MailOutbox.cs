using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Email;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Mails that wait in the database until the mail server has taken them: each at least once, and given up in the end.</summary>
public sealed partial class MailOutbox
{
    /// <summary>Attempts before a message is given up: with the pauses between them, about a day and a half.</summary>
    public const int MaxAttempts = 12;

    private const int BatchSize = 50;

    private static readonly TimeSpan _firstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(6);
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(5);

    private readonly ISession _session;
    private readonly IEmailService _email;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public MailOutbox(ISession session, IEmailService email, IClock clock, ILogger<MailOutbox> logger)
    {
        _session = session;
        _email = email;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Delivers what is due once the present request is done, rather than at the next full minute.</summary>
    public static void DeliverSoon() =>
        ShellScope.AddDeferredTask(scope => scope.ServiceProvider.GetRequiredService<MailOutbox>().DeliverDueAsync());

    /// <summary>The pause after the given number of failed attempts.</summary>
    public static TimeSpan PauseAfter(int attempts)
    {
        var pause = _firstPause * Math.Pow(2, Math.Min(attempts, MaxAttempts) - 1);
        return pause < _longestPause ? pause : _longestPause;
    }

    /// <summary>Puts a message into the session's transaction.</summary>
    public Task PutAsync(OutboxMessage message, DateTime nowUtc)
    {
        message.CreatedUtc = message.NextAttemptUtc = nowUtc;
        return _session.SaveAsync(message);
    }

    /// <summary>Delivers the messages that are due. May run at the same time elsewhere: each message is leased before it is sent.</summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken = default)
    {
        foreach (var id in await ListDueAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await DeliverAsync(id);
        }
    }

    private async Task<long[]> ListDueAsync(CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        await using var session = _session.Store.CreateSession(); // Sessions of its own: a failure ends one message's and no other.
        var due = await session
            .Query<OutboxMessage, OutboxMessageIndex>(message => message.Status == nameof(OutboxStatus.Waiting) && message.NextAttemptUtc <= nowUtc)
            .OrderBy(message => message.NextAttemptUtc)
            .Take(BatchSize)
            .ListAsync(cancellationToken);
        return [.. due.Select(message => message.Id)];
    }

    private async Task DeliverAsync(long id)
    {
        if (await LeaseAsync(id) is not { } message)
        {
            return;
        }

        var result = await _email.SendAsync(ToMail(message));
        await using var session = _session.Store.CreateSession();
        var sent = await session.GetAsync<OutboxMessage>(id);
        if (sent is null)
        {
            return;
        }

        Note(sent, result.Succeeded, string.Join(' ', result.Errors?.Select(error => error.Message?.Value) ?? []));
        await session.SaveAsync(sent);
        await session.SaveChangesAsync();
    }

    private async Task<OutboxMessage?> LeaseAsync(long id)
    {
        var nowUtc = _clock.UtcNow;
        await using var session = _session.Store.CreateSession();
        var message = await session.GetAsync<OutboxMessage>(id);
        if (message is not { Status: OutboxStatus.Waiting } || message.NextAttemptUtc > nowUtc)
        {
            return null;
        }

        message.Attempts++;
        message.NextAttemptUtc = nowUtc + _lease; // If the process dies while sending, another attempt follows then.
        await session.SaveAsync(message, checkConcurrency: true);
        try
        {
            await session.SaveChangesAsync();
            return message;
        }
        catch (ConcurrencyException)
        {
            return null; // Somebody else is sending it.
        }
    }

    private void Note(OutboxMessage message, bool succeeded, string error)
    {
        if (succeeded)
        {
            message.Status = OutboxStatus.Sent;
            message.SentUtc = _clock.UtcNow;
            message.LastError = "";
            message.Erase();
            LogSent(message.Id, message.EventId);
            return;
        }

        message.LastError = error;
        message.NextAttemptUtc = _clock.UtcNow + PauseAfter(message.Attempts);
        if (message.Attempts >= MaxAttempts)
        {
            message.Status = OutboxStatus.Failed;
            LogGivenUp(message.Id, message.EventId, message.Attempts);
        }
        else
        {
            LogPutOff(message.Id, message.EventId, message.Attempts);
        }
    }

    private static MailMessage ToMail(OutboxMessage message)
    {
        var mail = new MailMessage
        {
            To = message.To,
            ReplyTo = message.ReplyTo is "" ? null : message.ReplyTo,
            Subject = message.Subject,
            TextBody = message.TextBody,
            HtmlBody = message.HtmlBody,
        };
        if (message.Calendar is not "")
        {
            mail.Attachments.Add(new MailMessageAttachment { Filename = "event.ics", Stream = new MemoryStream(Encoding.UTF8.GetBytes(message.Calendar)) });
        }

        return mail;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} about event {EventId} was sent.")]
    private partial void LogSent(long messageId, string eventId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} about event {EventId} could not be sent (attempt {Attempt}); it will be tried again.")]
    private partial void LogPutOff(long messageId, string eventId, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} about event {EventId} was given up after {Attempts} attempts.")]
    private partial void LogGivenUp(long messageId, string eventId, int attempts);
}
