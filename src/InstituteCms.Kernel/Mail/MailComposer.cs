using System.Text;
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

        if (message is IEnumerable<KeyValuePair<string, string>> headers)
        {
            AddHeaders(mime, headers);
        }

        mime.Body = await BodyAsync(message, cancellationToken);
        return mime;
    }

    /// <summary>The contract's message has no room for headers: one that is a list of them, too, brings them along.</summary>
    private static void AddHeaders(MimeMessage mime, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (name == "Message-ID")
            {
                mime.MessageId = value.Contains('@', StringComparison.Ordinal) ? value : $"{value}@{mime.MessageId!.Split('@')[^1]}";
            }
            else
            {
                mime.Headers.Replace(name, OneLine(value));
            }
        }
    }

    private static async Task<MimeEntity> BodyAsync(MailMessage message, CancellationToken cancellationToken)
    {
        var body = new BodyBuilder { TextBody = message.TextBody, HtmlBody = message.HtmlBody };
        TextPart? calendar = null;
        foreach (var attachment in message.Attachments)
        {
            if (calendar is null && attachment.Filename.EndsWith(".ics", StringComparison.OrdinalIgnoreCase))
            {
                var text = await ReadAsync(attachment.Stream, cancellationToken);
                calendar = CalendarPart(text);
                body.Attachments.Add(CalendarFile(attachment.Filename, text));
            }
            else
            {
                await body.Attachments.AddAsync(attachment.Filename, attachment.Stream, cancellationToken);
            }
        }

        var entity = body.ToMessageBody();
        if (calendar is not null && entity is Multipart mixed)
        {
            mixed[0] = WithCalendar(mixed[0], calendar);
        }

        return entity;
    }

    /// <summary>Mail programs offer a date only where the calendar stands beside the texts, as another way to say the same (RFC 6047).</summary>
    private static MultipartAlternative WithCalendar(MimeEntity texts, TextPart calendar)
    {
        var alternative = texts as MultipartAlternative ?? [texts];
        alternative.Add(calendar);
        return alternative;
    }

    private static TextPart CalendarPart(string text)
    {
        var part = new TextPart("calendar") { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, text);
        part.ContentType.Parameters["method"] = MethodOf(text);
        return part;
    }

    private static TextPart CalendarFile(string name, string text)
    {
        var file = CalendarPart(text);
        file.ContentType.Name = name;
        file.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = name };
        return file;
    }

    private static string MethodOf(string calendar) =>
        calendar.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("METHOD:", StringComparison.Ordinal))?["METHOD:".Length..] ?? "PUBLISH";

    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static InternetAddressList Addresses(string? list) => ParseAddresses(list) ?? throw new FormatException("Not a list of addresses.");

    private static string OneLine(string? text) =>
        string.Join(' ', (text ?? string.Empty).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
