using System.Net;
using System.Net.Sockets;
using InstituteCms.Editors;
using Microsoft.Extensions.Configuration;
using OrchardCore.Environment.Shell.Configuration;

namespace InstituteCms;

/// <summary>A name led to a machine that is not of the public network.</summary>
public sealed class NotPublicException(string host) : IOException($"{host} is not a machine of the public network.");

/// <summary>
/// Connects to machines of the public network and to no other, wherever a name leads: what is connected to is the very address that was looked
/// at, so that a name which means another machine a moment later gains nothing.
/// </summary>
public sealed class PublicConnection
{
    private readonly HashSet<string> _exceptions;
    private readonly Func<int, bool> _isPort;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;

    /// <param name="configuration">Of the host and the tenant: no editor can change it.</param>
    /// <param name="section">Names the machines that are connected to all the same, each as host:port.</param>
    /// <param name="isPort">The ports that may be connected to.</param>
    /// <param name="resolve">Finds the addresses of a name; <see langword="null"/> for the system's own way.</param>
    public PublicConnection(
        IShellConfiguration configuration, string section, Func<int, bool> isPort, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        _exceptions = [.. configuration.GetSection(section).GetChildren().Select(host => host.Value ?? "")];
        _isPort = isPort;
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
    }

    /// <summary>Whether the configuration names the machine as one that is connected to all the same.</summary>
    public bool IsException(string host, int port) => _exceptions.Contains($"{host}:{port}");

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="NotPublicException">The name leads to no machine of the public network.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await _resolve(host, cancellationToken);
        if (!IsException(host, port))
        {
            addresses = _isPort(port) ? [.. addresses.Where(PublicNetwork.Has)] : [];
        }

        if (addresses.Length == 0)
        {
            throw new NotPublicException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
