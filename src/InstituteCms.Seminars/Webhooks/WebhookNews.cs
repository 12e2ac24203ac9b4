using System.Security.Cryptography;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Webhooks;

/// <summary>Writes messages to those who want them, into the session's transaction: they are told if, and only if, what they are told of is stored.</summary>
public sealed class WebhookNews
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz";
    private const int IdLength = 27;

    private readonly ISession _session;
    private readonly IClock _clock;

    public WebhookNews(ISession session, IClock clock)
    {
        _session = session;
        _clock = clock;
    }

    /// <summary>The endpoints that are told of this kind.</summary>
    public async Task<IReadOnlyList<WebhookEndpoint>> ListenersAsync(WebhookKind kind) =>
        [.. (await _session.Query<WebhookEndpoint, WebhookEndpointIndex>(endpoint => endpoint.IsActive).ListAsync()).Where(endpoint => endpoint.Kinds.Contains(kind))];

    /// <summary>Tells all who want to know.</summary>
    public async Task TellAsync(WebhookKind kind, ContentItem subject, Func<WebhookEndpoint, JsonObject> data) =>
        await TellAsync(await ListenersAsync(kind), kind, subject, data);

    /// <summary>Tells these.</summary>
    public async Task TellAsync(IReadOnlyCollection<WebhookEndpoint> endpoints, WebhookKind kind, ContentItem subject, Func<WebhookEndpoint, JsonObject> data)
    {
        if (endpoints.Count == 0)
        {
            return;
        }

        var (nowUtc, id) = (_clock.UtcNow, NewId());
        foreach (var endpoint in endpoints)
        {
            await _session.SaveAsync(New(endpoint, kind, id, subject.ContentItemId, subject.DisplayText ?? "", data(endpoint), nowUtc));
        }

        WebhookOutbox.DeliverSoon();
    }

    /// <summary>A message that says nothing, and only to this one.</summary>
    public async Task<WebhookMessage> TestAsync(WebhookEndpoint endpoint)
    {
        var message = New(endpoint, WebhookKind.Test, NewId(), "", "", new() { ["url"] = endpoint.SiteUrl }, _clock.UtcNow);
        await _session.SaveAsync(message);
        return message;
    }

    private static string NewId() => "msg_" + RandomNumberGenerator.GetString(Letters, IdLength);

    private static WebhookMessage New(WebhookEndpoint endpoint, WebhookKind kind, string id, string subject, string title, JsonObject data, DateTime nowUtc) => new()
    {
        EndpointId = endpoint.Id,
        MessageId = id,
        Kind = kind,
        Subject = subject,
        Title = title,
        Body = WebhookData.Body(kind, nowUtc, data),
        CreatedUtc = nowUtc,
        NextAttemptUtc = nowUtc,
    };
}
