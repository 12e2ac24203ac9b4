using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardCore.Email;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Mails;

/// <summary>Mails that wait in the database until the mail server has taken them: each at least once, or given up with a reason.</summary>
public sealed partial class MailOutbox
{
    private const int BatchSize = 50;

    /// <summary>How long one delivery may take; after the lease, somebody else would try.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(5);

    private readonly ISession _session;
    private readonly IEmailService _email;
    private readonly OrderedMail _orders;
    private readonly MailPump _pump;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public MailOutbox(ISession session, IEmailService email, OrderedMail orders, MailPump pump, IClock clock, ILogger<MailOutbox> logger)
    {
        _session = session;
        _email = email;
        _orders = orders;
        _pump = pump;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Delivers what is due once the present request is answered, rather than at the next full minute: nobody waits for a mail server.</summary>
    public static void DeliverSoon() => Soon.Run("Mail", scope => scope.ServiceProvider.GetRequiredService<MailPump>().TryAskAgain()
        ? Task.CompletedTask
        : scope.ServiceProvider.GetRequiredService<MailOutbox>().DeliverDueAsync());

    /// <summary>Puts a message into the session's transaction; one to nobody, as for those who were let in at the door, comes to nothing.</summary>
    public Task PutAsync(OutboxMessage message, DateTime nowUtc)
    {
        message.Enter(nowUtc);
        return message.To.Length == 0 ? Task.CompletedTask : _session.SaveAsync(message);
    }

    /// <summary>Delivers the messages that are due. May run at the same time elsewhere: each message is leased before it is sent.</summary>
    public Task DeliverDueAsync(CancellationToken cancellationToken = default) => _pump.RunAsync(async () =>
    {
        while (await ListDueAsync(cancellationToken) is { Length: > 0 } due)
        {
            foreach (var id in due)
            {
                await _pump.GiveWayAsync(cancellationToken);
                if (cancellationToken.IsCancellationRequested || (await DeliverAsync(id)).ConcernsAll())
                {
                    return; // The site stops, or the others would fare the same: one after the other tries again until the server is back.
                }
            }
        }
    });

    private async Task<long[]> ListDueAsync(CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        await using var session = _session.Store.CreateSession(); // Sessions of its own: a failure ends one message's and no other.
        var due = await session
            .Query<OutboxMessage, OutboxIndex>(message => message.DueUtc <= nowUtc)
            .OrderBy(message => message.DueUtc)
            .Take(BatchSize)
            .ListAsync(cancellationToken);
        return [.. due.Select(message => message.Id)];
    }

    private async Task<MailProblem> DeliverAsync(long id)
    {
        if (await LeaseAsync(id) is not { } message)
        {
            return MailProblem.None;
        }

        var answer = await SendAsync(message);
        await using var session = _session.Store.CreateSession();
        var sent = await session.GetAsync<OutboxMessage>(id);
        if (sent is null)
        {
            return answer.Problem;
        }

        Note(sent, answer);
        await session.SaveAsync(sent);
        await session.SaveChangesAsync();
        return answer.Problem;
    }

    private async Task<OutboxMessage?> LeaseAsync(long id)
    {
        var nowUtc = _clock.UtcNow;
        await using var session = _session.Store.CreateSession();
        var message = await session.GetAsync<OutboxMessage>(id);
        if (message is null or { Status: OutboxStatus.Sent or OutboxStatus.Failed } || message.NextAttemptUtc > nowUtc)
        {
            return null;
        }

        message.LastAttemptUtc = nowUtc;
        if (await TryWriteAsync(session, message))
        {
            message.Status = OutboxStatus.Sending;
            message.NextAttemptUtc = nowUtc + _lease; // If the process dies while sending, another attempt follows then.
        }

        await session.SaveAsync(message, checkConcurrency: true);
        try
        {
            await session.SaveChangesAsync();
            return message.Status == OutboxStatus.Sending ? message : null;
        }
        catch (ConcurrencyException)
        {
            return null; // Somebody else is sending it.
        }
    }

    private async Task<bool> TryWriteAsync(ISession session, OutboxMessage message)
    {
        try
        {
            if (await _orders.WriteAsync(session, message))
            {
                return true;
            }

            message.Abandon();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ObjectDisposedException)) // While the site stops, nobody is to blame.
        {
            LogUnwritten(message.Id, message.EventId, e);
            Note(message, new(MailProblem.Unknown, ""));
        }

        return false;
    }

    private async Task<MailAnswer> SendAsync(OutboxMessage message)
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            var result = await _email.SendAsync(new RegistrantMessage(message), cancellationToken: patience.Token);
            return result.Succeeded
                ? MailAnswer.Taken
                : MailAnswer.Read([.. (result.Errors ?? []).Select(error => (error.Key ?? "", error.Message?.Value ?? ""))]);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new(MailProblem.Connection, "");
        }
    }

    private void Note(OutboxMessage message, MailAnswer answer)
    {
        var nowUtc = _clock.UtcNow;
        (message.Problem, message.LastError) = (answer.Problem, answer.Words);
        if (answer.Problem == MailProblem.None)
        {
            (message.Status, message.SentUtc) = (OutboxStatus.Sent, nowUtc);
            message.Erase();
            LogSent(message.Id, message.EventId);
            return;
        }

        (message.Attempts, message.Troubles) = answer.Problem.ConcernsAll() ? (message.Attempts, message.Troubles + 1) : (message.Attempts + 1, 0);
        if (message.To.Length > 0
            && MailRetry.NextUtc(answer.Problem, message.Attempts, message.Troubles, message.QueuedUtc, nowUtc) is { } nextUtc)
        {
            (message.Status, message.NextAttemptUtc) = (OutboxStatus.Retrying, nextUtc);
            LogPutOff(message.Id, message.EventId, answer.Problem);
        }
        else
        {
            message.Status = OutboxStatus.Failed;
            LogGivenUp(message.Id, message.EventId, answer.Problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} about event {EventId} was sent.")]
    private partial void LogSent(long messageId, string eventId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} about event {EventId} could not be sent ({Problem}); it will be tried again.")]
    private partial void LogPutOff(long messageId, string eventId, MailProblem problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} about event {EventId} could not be written.")]
    private partial void LogUnwritten(long messageId, string eventId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} about event {EventId} was given up ({Problem}).")]
    private partial void LogGivenUp(long messageId, string eventId, MailProblem problem);
}
