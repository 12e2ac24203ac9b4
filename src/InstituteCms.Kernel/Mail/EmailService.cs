using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using OrchardCore.Email;
using OrchardCore.Infrastructure;

namespace InstituteCms.Kernel.Mail;

/// <summary>Delivers by SMTP, or into the folder <c>Emails</c> of the tenant.</summary>
internal sealed partial class EmailService : IEmailService, IMailTest
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>A server may think about a mail that it has; not to hear its answer would mean to send it twice.</summary>
    private static readonly TimeSpan _patienceForAnswers = TimeSpan.FromMinutes(2);

    private readonly IOptionsSnapshot<SmtpOptions> _snapshot;
    private readonly MailFolder _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly IStringLocalizer S;

    public EmailService(
        IOptionsSnapshot<SmtpOptions> options, MailFolder folder, TimeProvider time, ILogger<EmailService> logger, IStringLocalizer<EmailService> localizer)
    {
        (_snapshot, _folder, _time, _logger, S) = (options, folder, time, logger, localizer);
    }

    /// <summary>Read when a mail is sent: most requests are given this service and send none.</summary>
    private SmtpOptions Options => _snapshot.Value;

    public async Task<Result> SendAsync(MailMessage message, string? providerName = null, CancellationToken cancellationToken = default)
    {
        var errors = Check(message).ToArray();
        if (errors.Length > 0)
        {
            return Result.Failed(errors);
        }

        try
        {
            await DeliverAsync(message, cancellationToken);
            return Result.Success();
        }
        catch (Exception e) when (e is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // Servers repeat addresses in what they say: only the kind of failure is logged.
            LogFailed(e.GetType().Name, e is SmtpCommandException { StatusCode: var status } ? (int)status : 0);
            return Result.Failed(
                new ResultError { Key = Kind(e), Message = new(nameof(Meaning), Meaning(e)) },
                new ResultError { Key = nameof(Answer), Message = new(nameof(Answer), Answer(e)) });
        }
    }

    public string Way => Options.UsesFolder ? S["files in the folder Emails of the site's data"] : $"{Options.Host}:{Options.Port}";

    public async Task<MailTrial> TryAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (Check(message).FirstOrDefault() is { } error)
        {
            return new(false, error.Message, string.Empty);
        }

        try
        {
            return new(true, string.Empty, await DeliverAsync(message, cancellationToken));
        }
        catch (Exception e) when (e is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            return new(false, Meaning(e), Answer(e));
        }
    }

    /// <summary>What the failure is about, in one word, for those who try again: the way to the server, this recipient, or this mail.</summary>
    private static string Kind(Exception problem) => problem switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted, StatusCode: >= (SmtpStatusCode)500 } => "SignIn",
        SmtpCommandException { ErrorCode: SmtpErrorCode.UnexpectedStatusCode, StatusCode: >= (SmtpStatusCode)500 } => "Connection",
        SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable } => "Connection",
        SmtpCommandException { StatusCode: < (SmtpStatusCode)500 } => "Busy",
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } => "Recipient",
        SmtpCommandException or FormatException => "Refused",
        AuthenticationException or ServiceNotAuthenticatedException => "SignIn",
        _ => "Connection",
    };

    private string Meaning(Exception problem) => problem switch
    {
        SslHandshakeException => S["The encrypted connection could not be made: either the encryption does not fit the port, or the server's certificate is not trusted."],
        NotSupportedException => S["The server does not offer this encryption on this port, or no way to sign in that is known here."],
        AuthenticationException => S["The server refused the user name or the password."],
        ServiceNotAuthenticatedException => S["The server takes mail only from those who sign in: enter a user name and a password."],
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => S["There is no server of the name {0}.", Options.Host!],
        SocketException => S["Nothing answers at {0}, port {1}.", Options.Host!, Options.Port],
        TimeoutException or OperationCanceledException => S["The server did not answer within {0} seconds.", _patience.TotalSeconds],
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } => S["The server refused the recipient."],
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } => S["The server refused the sender."],
        SmtpCommandException or FormatException => S["The server refused the mail."],
        _ => S["The connection to the server broke off."],
    };

    private static string Answer(Exception problem) => problem switch
    {
        SmtpCommandException { StatusCode: var status } => $"{(int)status} {problem.Message}",
        SslHandshakeException { InnerException.Message: var cause } => cause, // The library's own words are an essay.
        _ => problem.Message,
    };

    /// <summary>Delivers, and gives the server's answer.</summary>
    private async Task<string> DeliverAsync(MailMessage message, CancellationToken cancellationToken)
    {
        using var mime = await MailComposer.ComposeAsync(message, Options.Sender, _time.GetUtcNow(), cancellationToken);
        if (!Options.UsesFolder)
        {
            return await SendBySmtpAsync(mime, cancellationToken);
        }

        await _folder.SaveAsync(mime, cancellationToken);
        return string.Empty;
    }

    private IEnumerable<ResultError> Check(MailMessage message)
    {
        foreach (var (key, list) in new[]
        {
            (nameof(message.From), message.From), (nameof(message.Sender), message.Sender), (nameof(message.ReplyTo), message.ReplyTo),
            (nameof(message.To), message.To), (nameof(message.Cc), message.Cc), (nameof(message.Bcc), message.Bcc),
        })
        {
            if (MailComposer.ParseAddresses(list) is null)
            {
                yield return new ResultError { Key = key, Message = S["This is not an e-mail address."] };
            }
        }

        if (string.IsNullOrWhiteSpace(message.To) && string.IsNullOrWhiteSpace(message.Cc) && string.IsNullOrWhiteSpace(message.Bcc))
        {
            yield return new ResultError { Key = nameof(message.To), Message = S["The mail has no recipient."] };
        }

        if (string.IsNullOrWhiteSpace(message.From) && string.IsNullOrWhiteSpace(Options.Sender))
        {
            yield return new ResultError { Key = nameof(message.From), Message = S["The mail has no sender."] };
        }
    }

    private async Task<string> SendBySmtpAsync(MimeMessage mime, CancellationToken cancellationToken)
    {
        var encryption = Options switch
        {
            { AutoSelectEncryption: true } => SecureSocketOptions.Auto,
            { EncryptionMethod: "SslTls" } => SecureSocketOptions.SslOnConnect,
            { EncryptionMethod: "StartTls" } => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };

        using var client = new SmtpClient { Timeout = (int)_patience.TotalMilliseconds };
        await client.ConnectAsync(Options.Host!, Options.Port, encryption, cancellationToken); // Without a host the folder is used.
        if (Options.RequireCredentials)
        {
            await client.AuthenticateAsync(Options.UserName ?? string.Empty, Options.Password ?? string.Empty, cancellationToken);
        }

        client.Timeout = (int)_patienceForAnswers.TotalMilliseconds;
        var answer = await HandOverAsync(client, mime, cancellationToken);
        client.Timeout = (int)_patience.TotalMilliseconds;
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or ProtocolException or SmtpCommandException)
        {
            // The server has taken the mail; how it says goodbye changes nothing.
        }

        return answer;
    }

    private static async Task<string> HandOverAsync(SmtpClient client, MimeMessage mime, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(mime, cancellationToken);
        }
        catch (NotSupportedException e)
        {
            throw new FormatException(e.Message, e); // The server lacks what this mail asks for, such as addresses beyond ASCII.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was not delivered: {Kind}, status {Status}.")]
    private partial void LogFailed(string kind, int status);
}
