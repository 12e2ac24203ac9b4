using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>A mail server whose moods a test decides on.</summary>
public sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener;

    public MailServer(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The answer to a recipient's address.</summary>
    public Func<string, string> ToRecipient { get; set; } = _ => "250 fine";

    /// <summary>The answer to a mail that was read; nothing to break off without a word, although the mail was taken.</summary>
    public Func<Task<string?>> ToMail { get; set; } = () => Task.FromResult<string?>("250 taken");

    /// <summary>The mails that were taken.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    /// <summary>How often each address was named.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = new();

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over, or the server goes down.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await TalkAsync(client.GetStream());
        }
        catch (IOException)
        {
            // The other side has gone.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 moody");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
            {
                var address = line.Split('<', '>')[1];
                Asked.AddOrUpdate(address, 1, (_, times) => times + 1);
                await writer.WriteLineAsync(ToRecipient(address));
            }
            else if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var mail = await ReadAsync(reader);
                if (await ToMail() is not { } answer)
                {
                    Taken.Enqueue(mail);
                    return;
                }

                if (answer.StartsWith('2'))
                {
                    Taken.Enqueue(mail);
                }

                await writer.WriteLineAsync(answer);
            }
            else
            {
                await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 fine");
            }
        }
    }

    private static async Task<MimeMessage> ReadAsync(StreamReader reader)
    {
        using var bytes = new MemoryStream();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            await bytes.WriteAsync(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        }

        bytes.Position = 0;
        return await MimeMessage.LoadAsync(bytes);
    }
}
