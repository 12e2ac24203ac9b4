using InstituteCms.Mails;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace InstituteCms.Invitations;

/// <summary>Writes to guests, each in their own language and with a link of their own.</summary>
public sealed class InvitationMail
{
    private readonly RegistrationMail _mail;
    private readonly MailOutbox _outbox;
    private readonly PersonalLinks _links;
    private readonly IStringLocalizer S;

    public InvitationMail(RegistrationMail mail, MailOutbox outbox, PersonalLinks links, IStringLocalizer<InvitationMail> localizer)
    {
        _mail = mail;
        _outbox = outbox;
        _links = links;
        S = localizer;
    }

    /// <summary>Puts a mail into the session's transaction, and notes its link with the invitation, which the caller saves.</summary>
    public async Task<OutboxMessage> PutAsync(ContentItem @event, GuestInvitation invitation, string words, DateTime nowUtc, bool isReminder = false)
    {
        var token = PersonalToken.Create();
        var link = $"{await _links.BaseUrlAsync()}/invitations/{token.Value}";
        var message = await _mail.InvitedAsync(
            @event, invitation.Called, invitation.Email, invitation.Culture, link, isReminder ? Reminder(invitation.Culture, words) : words);
        message.UnsubscribeUrl = link + "/decline";
        await _outbox.PutAsync(message, nowUtc);
        invitation.AddLink(token);
        return message;
    }

    private string Reminder(string language, string words)
    {
        using var _ = new LanguageScope(language);
        return S["We have not heard from you yet, and would like to know whether you can come."] + (words.Length == 0 ? "" : "\n\n" + words);
    }
}
