using System.Net;
using System.Net.Sockets;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>A mail server that takes everything, and whose messages can be read as they came.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener _listener;
    private readonly bool _refusesPasswords;

    public SmtpSink(int port, bool refusesPasswords = false)
    {
        _refusesPasswords = refusesPasswords;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    public System.Collections.Concurrent.ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>A port at which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var message = new List<string>();
                while (await reader.ReadLineAsync() is { } text && text != ".")
                {
                    message.Add(text);
                }

                Messages.Enqueue(string.Join('\n', message));
            }

            await writer.WriteLineAsync(line switch
            {
                "QUIT" => "221 bye",
                _ when _refusesPasswords && line.StartsWith("EHLO", StringComparison.Ordinal) => "250-sink\r\n250 AUTH PLAIN",
                _ when _refusesPasswords && line.StartsWith("AUTH", StringComparison.Ordinal) => "535 5.7.8 Try to remember it",
                _ => "250 fine",
            });
        }
    }
}
