#nullable disable
using OrchardCore.Infrastructure;

namespace OrchardCore.Email;

/// <summary>Sends mail.</summary>
public interface IEmailService
{
    /// <summary>Hands the message to the mail server; what fails is told in the result, never thrown.</summary>
    Task<Result> SendAsync(MailMessage message, string providerName = null, CancellationToken cancellationToken = default);
}

/// <summary>Tells mail addresses from other text.</summary>
public interface IEmailAddressValidator
{
    /// <summary>Whether this is one address and nothing else.</summary>
    bool Validate(string emailAddress);
}

/// <summary>A mail. Lists of addresses are separated by commas or semicolons.</summary>
public class MailMessage
{
    /// <summary>Files that go with it.</summary>
    public List<MailMessageAttachment> Attachments { get; init; } = [];

    /// <summary>Addresses that get it unseen.</summary>
    public string Bcc { get; set; }

    /// <summary>Addresses that get a copy.</summary>
    public string Cc { get; set; }

    /// <summary>Whom it is from; the configured sender where it is empty.</summary>
    public string From { get; set; }

    /// <summary>The body as HTML, if there is one.</summary>
    public string HtmlBody { get; set; }

    /// <summary>Where replies go.</summary>
    public string ReplyTo { get; set; }

    /// <summary>Who sends it on behalf of <see cref="From"/>.</summary>
    public string Sender { get; set; }

    /// <summary>The subject.</summary>
    public string Subject { get; set; }

    /// <summary>The body as plain text, if there is one.</summary>
    public string TextBody { get; set; }

    /// <summary>Addresses that get it.</summary>
    public string To { get; set; }
}

/// <summary>A file that goes with a mail.</summary>
public class MailMessageAttachment
{
    /// <summary>Its name; the extension says its type.</summary>
    public string Filename { get; set; }

    /// <summary>Its content, read from the present position.</summary>
    public Stream Stream { get; set; }
}
