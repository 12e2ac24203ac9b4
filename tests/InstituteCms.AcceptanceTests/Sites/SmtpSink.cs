using System.Net;
using System.Net.Sockets;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>A mail server that takes everything, and whose messages can be read as they came.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener _listener;

    public SmtpSink(int port)
    {
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

            await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 fine");
        }
    }
}
