using MimeKit;
using MimeKit.Utils;
using OrchardCore.Email;

namespace InstituteCms.Kernel.Mail;

/// <summary>Turns a message into what goes over the wire.</summary>
internal static class MailComposer
{
    /// <summary>The addresses of a list separated by commas or semicolons; null where one is not an address.</summary>
    public static InternetAddressList? ParseAddresses(string? list)
    {
        if (string.IsNullOrWhiteSpace(list))
        {
            return [];
        }

        return InternetAddressList.TryParse(list.Replace(';', ',').Trim(',', ' '), out var addresses)
            && addresses.All(a => a is MailboxAddress { Address: var address } && new EmailAddressValidator().Validate(address))
            ? addresses
            : null;
    }

    /// <summary>The message in MIME; throws where an address cannot be read.</summary>
    public static async Task<MimeMessage> ComposeAsync(MailMessage message, string? defaultSender, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mime = new MimeMessage { Date = now, Subject = OneLine(message.Subject) };
        mime.From.AddRange(Addresses(string.IsNullOrWhiteSpace(message.From) ? defaultSender : message.From));
        mime.To.AddRange(Addresses(message.To));
        mime.Cc.AddRange(Addresses(message.Cc));
        mime.Bcc.AddRange(Addresses(message.Bcc));
        mime.ReplyTo.AddRange(Addresses(message.ReplyTo));
        mime.Sender = Addresses(message.Sender).Mailboxes.FirstOrDefault();
        mime.MessageId = MimeUtils.GenerateMessageId(mime.From.Mailboxes.FirstOrDefault()?.Domain ?? "localhost");

        var body = new BodyBuilder { TextBody = message.TextBody, HtmlBody = message.HtmlBody };
        foreach (var attachment in message.Attachments)
        {
            await body.Attachments.AddAsync(attachment.Filename, attachment.Stream, cancellationToken);
        }

        mime.Body = body.ToMessageBody();
        return mime;
    }

    private static InternetAddressList Addresses(string? list) => ParseAddresses(list) ?? throw new FormatException("Not a list of addresses.");

    private static string OneLine(string? text) =>
        string.Join(' ', (text ?? string.Empty).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
