using System.Net;
using InstituteCms.Editors;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Webhooks;

/// <summary>Sets endpoints up and changes them.</summary>
public sealed class WebhookEndpoints
{
    /// <summary>As many as there may be: each of them is told in every transaction that concerns it.</summary>
    public const int Most = 20;

    private const int DeletedAtOnce = 500;

    private readonly ISession _session;
    private readonly WebhookSecrets _secrets;
    private readonly WebhookClient _client;
    private readonly WebhookSeats? _seats;
    private readonly IClock _clock;

    public WebhookEndpoints(ISession session, WebhookSecrets secrets, WebhookClient client, IEnumerable<WebhookSeats> seats, IClock clock)
    {
        _session = session;
        _secrets = secrets;
        _client = client;
        _seats = seats.FirstOrDefault();
        _clock = clock;
    }

    /// <summary>Kinds that this site can tell of.</summary>
    public IEnumerable<WebhookKind> Kinds => WebhookKinds.Offered.Where(kind => kind != WebhookKind.EventSeats || _seats is not null);

    /// <summary>All of them, the oldest first.</summary>
    public async Task<IReadOnlyList<WebhookEndpoint>> ListAsync() =>
        [.. await _session.Query<WebhookEndpoint, WebhookEndpointIndex>().OrderBy(endpoint => endpoint.CreatedUtc).Take(Most).ListAsync()];

    public Task<WebhookEndpoint?> FindAsync(long id) => _session.GetAsync<WebhookEndpoint>(id)!;

    /// <summary>Whether messages may be posted to the address, as far as it shows without a name being looked up.</summary>
    public bool IsFit(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && _client.MayPost(address)
        && (_client.IsException(address) || !IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal) || PublicNetwork.Has(literal));

    /// <summary>Sets one up.</summary>
    /// <returns>The secret, which is shown once.</returns>
    public async Task<string> CreateAsync(WebhookEndpoint endpoint, bool isActive)
    {
        endpoint.CreatedUtc = _clock.UtcNow;
        var secret = _secrets.Renew(endpoint, _clock.UtcNow);
        await SaveAsync(endpoint, isActive);
        await _session.FlushAsync(); // From here on it has its number.
        return secret;
    }

    /// <summary>Stores what was changed, and switches it on or off.</summary>
    public async Task SaveAsync(WebhookEndpoint endpoint, bool isActive)
    {
        if (_seats is not null && isActive && endpoint.Kinds.Contains(WebhookKind.EventSeats))
        {
            await _seats.BeginAsync();
        }

        endpoint.Switch(isActive, _clock.UtcNow);
        await _session.SaveAsync(endpoint);
        if (isActive)
        {
            WebhookOutbox.DeliverSoon(); // What waited while it was off.
        }
    }

    /// <summary>Gives it a new secret; the one before signs on for a day.</summary>
    public async Task<string> RenewSecretAsync(WebhookEndpoint endpoint)
    {
        var secret = _secrets.Renew(endpoint, _clock.UtcNow);
        await _session.SaveAsync(endpoint);
        return secret;
    }

    /// <summary>Removes it with everything it was told. What is left of a long log has no reader and goes when it is old.</summary>
    public async Task DeleteAsync(WebhookEndpoint endpoint)
    {
        var id = endpoint.Id;
        foreach (var message in await _session.Query<WebhookMessage, WebhookMessageIndex>(message => message.EndpointId == id).Take(DeletedAtOnce).ListAsync())
        {
            _session.Delete(message);
        }

        _session.Delete(endpoint);
    }
}
