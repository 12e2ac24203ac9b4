using System.Collections;
using System.Text;
using OrchardCore.Email;

namespace InstituteCms.Mails;

/// <summary>A message as the mail service takes it.</summary>
/// <remarks>
/// Orchard Core's message has no room for headers. This one is a list of them as well: the embedded kernel sends them along, a mail
/// service that does not look leaves them out and loses a convenience.
/// </remarks>
internal sealed class RegistrantMessage : MailMessage, IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> _headers = new() { ["Auto-Submitted"] = "auto-generated" };

    public RegistrantMessage(OutboxMessage message)
    {
        To = message.To;
        ReplyTo = message.ReplyTo is "" ? null : message.ReplyTo;
        Subject = message.Subject;
        TextBody = message.TextBody;
        HtmlBody = message.HtmlBody;
        if (message.Calendar is not "")
        {
            Attachments.Add(new() { Filename = "event.ics", Stream = new MemoryStream(Encoding.UTF8.GetBytes(message.Calendar)) });
        }

        if (message.MessageId is not "")
        {
            _headers["Message-ID"] = message.MessageId;
        }

        if (message.UnsubscribeUrl is not "")
        {
            _headers["List-Unsubscribe"] = $"<{message.UnsubscribeUrl}>";
            if (message.UnsubscribeUrl.StartsWith("https://", StringComparison.Ordinal))
            {
                _headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"; // RFC 8058 asks for an encrypted connection.
            }
        }
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _headers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
