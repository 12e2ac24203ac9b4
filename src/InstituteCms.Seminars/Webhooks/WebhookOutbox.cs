using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Webhooks;

/// <summary>Messages that wait in the database until the programs they are for have taken them: each at least once, or given up.</summary>
/// <remarks>Of one subject, an endpoint is told in order. Endpoints are independent of each other.</remarks>
public sealed partial class WebhookOutbox
{
    private const int MostLookedAt = 500;
    private const int MostAtOnce = 4;

    /// <summary>Longer than any attempt takes; after that, somebody else would try.</summary>
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(2);

    private readonly ISession _session;
    private readonly WebhookClient _client;
    private readonly WebhookSecrets _secrets;
    private readonly WebhookPump _pump;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public WebhookOutbox(ISession session, WebhookClient client, WebhookSecrets secrets, WebhookPump pump, IClock clock, ILogger<WebhookOutbox> logger)
    {
        _session = session;
        _client = client;
        _secrets = secrets;
        _pump = pump;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Delivers what is due once the present request is answered.</summary>
    public static void DeliverSoon() => Soon.Run("Webhooks", scope => scope.ServiceProvider.GetRequiredService<WebhookOutbox>().DeliverDueAsync());

    /// <summary>Delivers the messages that are due. May run at the same time elsewhere: each message is leased before it is sent.</summary>
    public Task DeliverDueAsync(CancellationToken cancellationToken = default) => _pump.RunAsync(async () =>
    {
        await using var session = _session.Store.CreateSession();
        var active = (await session.Query<WebhookEndpoint, WebhookEndpointIndex>(endpoint => endpoint.IsActive).ListAsync(cancellationToken)).Select(endpoint => endpoint.Id);
        await Parallel.ForEachAsync(
            active.ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken },
            async (endpointId, token) => await DeliverToAsync(endpointId, token));
    });

    /// <summary>Sends one message now, if it waits, whatever else does. It has been committed.</summary>
    public async Task<WebhookAnswer?> DeliverAsync(long id, CancellationToken cancellationToken = default)
    {
        if (await LeaseAsync(id) is not { } message)
        {
            return null;
        }

        var startedUtc = _clock.UtcNow;
        var clock = Stopwatch.StartNew();
        var answer = await SendAsync(message, startedUtc, cancellationToken);
        await NoteAsync(id, answer, startedUtc, (int)clock.ElapsedMilliseconds);
        return answer;
    }

    private async Task DeliverToAsync(long endpointId, CancellationToken cancellationToken)
    {
        while (WebhookOrder.Next(await ListWaitingAsync(endpointId, cancellationToken), _clock.UtcNow).ToList() is { Count: > 0 } due)
        {
            foreach (var message in due)
            {
                if (await DeliverAsync(message.Id, cancellationToken) is null or { ConcernsAll: true })
                {
                    return; // The others would fare the same, or somebody else is at it.
                }
            }
        }
    }

    private async Task<IEnumerable<WaitingMessage>> ListWaitingAsync(long endpointId, CancellationToken cancellationToken)
    {
        await using var session = _session.Store.CreateSession(); // Sessions of its own: a failure ends one message's and no other.
        var rows = await session
            .QueryIndex<WebhookMessageIndex>(message => message.EndpointId == endpointId && message.DueUtc != null)
            .OrderBy(message => message.CreatedUtc)
            .Take(MostLookedAt)
            .ListAsync(cancellationToken);
        return rows.OrderBy(row => row.CreatedUtc).ThenBy(row => row.DocumentId).Select(row => new WaitingMessage(row.DocumentId, row.Subject, row.DueUtc!.Value));
    }

    private async Task<WebhookMessage?> LeaseAsync(long id)
    {
        var nowUtc = _clock.UtcNow;
        await using var session = _session.Store.CreateSession();
        var message = await session.GetAsync<WebhookMessage>(id);
        if (message is null or { Status: WebhookStatus.Taken or WebhookStatus.Failed } || message.NextAttemptUtc > nowUtc)
        {
            return null;
        }

        (message.Status, message.NextAttemptUtc) = (WebhookStatus.Sending, nowUtc + _lease); // If the process dies while sending, another attempt follows then.
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

    private async Task<WebhookAnswer> SendAsync(WebhookMessage message, DateTime nowUtc, CancellationToken cancellationToken)
    {
        await using var session = _session.Store.CreateSession();
        return await session.GetAsync<WebhookEndpoint>(message.EndpointId) is not { } endpoint ? new(WebhookProblem.Gone)
            : _secrets.Open(endpoint, nowUtc) is not { Count: > 0 } secrets ? new(WebhookProblem.Secret)
            : await _client.PostAsync(endpoint.Url, message, secrets, nowUtc, cancellationToken);
    }

    private async Task NoteAsync(long id, WebhookAnswer answer, DateTime startedUtc, int milliseconds)
    {
        var nowUtc = _clock.UtcNow;
        await using var session = _session.Store.CreateSession();
        if (await session.GetAsync<WebhookMessage>(id) is not { } message)
        {
            return;
        }

        message.Note(answer, startedUtc, milliseconds, nowUtc);
        await session.SaveAsync(message);
        await session.SaveChangesAsync();
        LogTried(message.MessageId, message.EndpointId, message.Kind, answer.Problem, answer.Status);
        if (message.Kind != WebhookKind.Test)
        {
            await NoteAsync(message.EndpointId, answer, message.Status == WebhookStatus.Failed, nowUtc);
        }
    }

    private async Task NoteAsync(long endpointId, WebhookAnswer answer, bool isGivenUp, DateTime nowUtc)
    {
        await using var session = _session.Store.CreateSession();
        if (await session.GetAsync<WebhookEndpoint>(endpointId) is not { } endpoint || (answer.Problem == WebhookProblem.None && endpoint.FailingSinceUtc is null))
        {
            return;
        }

        if (endpoint.Note(answer, isGivenUp, nowUtc))
        {
            LogGivenUp(endpointId, answer.Problem);
        }

        await session.SaveAsync(endpoint, checkConcurrency: true);
        try
        {
            await session.SaveChangesAsync();
        }
        catch (ConcurrencyException)
        {
            // Somebody has just changed the endpoint: that goes before what we know of it.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook {MessageId} to endpoint {EndpointId} ({Kind}) was tried: {Problem}, status {Status}.")]
    private partial void LogTried(string messageId, long endpointId, WebhookKind kind, WebhookProblem problem, int? status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook endpoint {EndpointId} has taken nothing for long ({Problem}) and is switched off.")]
    private partial void LogGivenUp(long endpointId, WebhookProblem problem);
}
