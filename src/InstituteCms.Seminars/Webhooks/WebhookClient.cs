using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Configuration;
using OrchardCore.Environment.Shell.Configuration;

namespace InstituteCms.Webhooks;

/// <summary>
/// Posts messages. Administrators type the addresses, so nothing of the site's own network is asked, not even where a public name leads into
/// it, and no redirect is followed; hosts that are to be asked all the same, also without https, are named in the configuration,
/// <c>InstituteCms_Webhooks:Hosts</c>, as host:port.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private const int WordsKept = 400;
    private const int HeadersKilobytes = 16;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _connectionAge = TimeSpan.FromMinutes(1);

    private readonly PublicConnection _connection;
    private readonly HttpClient _http;

    public WebhookClient(IShellConfiguration configuration)
    {
        _connection = new(configuration, "InstituteCms_Webhooks:Hosts", port => port is 443 or >= 1024);
        _http = new(new SocketsHttpHandler
        {
            ConnectCallback = _connection.ConnectAsync,
            AllowAutoRedirect = false,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = HeadersKilobytes,
            PooledConnectionLifetime = _connectionAge, // The name is looked up, and its address looked at, again.
            UseCookies = false,
            UseProxy = false, // A proxy would resolve the name anew.
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // It would not cover the body.
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("InstituteCms-Webhooks/1.0");
    }

    /// <summary>Whether messages may be posted there at all: with https, unless the configuration names the host.</summary>
    public bool MayPost(Uri address) =>
        address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && _connection.IsException(address.Host, address.Port)));

    /// <summary>Whether the configuration names the host, wherever it leads.</summary>
    public bool IsException(Uri address) => _connection.IsException(address.Host, address.Port);

    /// <summary>Posts a message and reads the beginning of the answer.</summary>
    public async Task<WebhookAnswer> PostAsync(string url, WebhookMessage message, IReadOnlyList<string> secrets, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !MayPost(address))
        {
            return new(WebhookProblem.NotPublic);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        try
        {
            using var request = Write(address, message, secrets, nowUtc);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var status = (int)answer.StatusCode;
            return new(WebhookAnswer.ProblemOf(status), status, await ReadAsync(answer, patience.Token), answer.Headers.RetryAfter?.Delta);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(WebhookProblem.Timeout);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(ProblemOf(e));
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Write(Uri address, WebhookMessage message, IReadOnlyList<string> secrets, DateTime nowUtc)
    {
        var timestamp = new DateTimeOffset(nowUtc, TimeSpan.Zero).ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(message.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", message.MessageId);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Sign(secrets, message.MessageId, timestamp, message.Body));
        return request;
    }

    /// <summary>The first characters, however much follows.</summary>
    private static async Task<string> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var bytes = new byte[WordsKept];
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var said = Encoding.UTF8.GetString(bytes, 0, read).TrimEnd('\uFFFD');
        return string.Concat(said.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
    }

    private static WebhookProblem ProblemOf(Exception e) => e.InnerException switch
    {
        NotPublicException => WebhookProblem.NotPublic,
        AuthenticationException => WebhookProblem.Certificate,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => WebhookProblem.NoSuchHost,
        _ => WebhookProblem.Connection,
    };
}
