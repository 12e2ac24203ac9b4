using MimeKit;
using OrchardCore.Email;

namespace InstituteCms.Kernel.Mail;

/// <summary>Accepts <c>local@domain</c> as the mail standards have it, and nothing around it.</summary>
internal sealed class EmailAddressValidator : IEmailAddressValidator
{
    public bool Validate(string emailAddress) =>
        emailAddress is { Length: > 2 and <= 254 }
        && !emailAddress.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && MailboxAddress.TryParse(emailAddress, out var mailbox)
        && mailbox.Address == emailAddress
        && mailbox.Address.IndexOf('@', StringComparison.Ordinal) > 0;
}
