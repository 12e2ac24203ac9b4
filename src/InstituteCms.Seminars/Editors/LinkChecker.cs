using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell.Configuration;

namespace InstituteCms.Editors;

/// <summary>
/// Asks other sites whether a page is there. Editors type the addresses, so nothing of the site's own network is asked, not even where a public name
/// or a redirect leads into it; hosts that are to be asked all the same are named in the configuration, <c>InstituteCms_Links:Hosts</c>, as host:port.
/// </summary>
public sealed class LinkChecker : IDisposable
{
    /// <summary>The most links that are asked for at once.</summary>
    public const int MaxLinks = 60;

    private const int MaxAtOnce = 4;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan _memory = TimeSpan.FromMinutes(20);

    private readonly HttpClient _http;
    private readonly SemaphoreSlim _places = new(MaxAtOnce);
    private readonly MemoryCache _known = new(Options.Create(new MemoryCacheOptions { SizeLimit = 2000 }));

    public LinkChecker(IShellConfiguration configuration)
    {
        var connection = new PublicConnection(configuration, "InstituteCms_Links:Hosts", port => port is 80 or 443);
        _http = new(new SocketsHttpHandler
        {
            ConnectCallback = connection.ConnectAsync, // Each redirect comes through here as well.
            MaxAutomaticRedirections = 5,
            MaxResponseDrainSize = 0,
            UseCookies = false,
            UseProxy = false, // A proxy would resolve the name anew.
        })
        {
            Timeout = _patience,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("InstituteCms-LinkCheck/1.0");
        _http.DefaultRequestHeaders.Accept.ParseAdd("*/*");
    }

    /// <summary>Whether it is an address that another site could answer.</summary>
    public static bool MayAsk(string? url, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(url, UriKind.Absolute, out uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0;

    /// <summary>The links whose site says that there is no such page. Whoever is silent or refuses gets the benefit of the doubt.</summary>
    public async Task<IReadOnlyList<TypedLink>> FindMissingAsync(IEnumerable<TypedLink> links, CancellationToken cancellationToken = default)
    {
        var asked = await Task.WhenAll(links.Take(MaxLinks).Select(async link => (Link: link, IsMissing: await IsMissingAsync(link.Url, cancellationToken))));
        return [.. asked.Where(answer => answer.IsMissing).Select(answer => answer.Link)];
    }

    public void Dispose()
    {
        _http.Dispose();
        _places.Dispose();
        _known.Dispose();
    }

    private async Task<bool> IsMissingAsync(string url, CancellationToken cancellationToken)
    {
        if (!MayAsk(url, out var uri))
        {
            return false;
        }

        if (_known.TryGetValue(uri, out bool known))
        {
            return known;
        }

        await _places.WaitAsync(cancellationToken);
        try
        {
            return _known.Set(uri, await AskAsync(uri, cancellationToken), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = _memory, Size = 1 });
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<bool> AskAsync(Uri uri, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false; // It takes too long.
        }
    }
}
