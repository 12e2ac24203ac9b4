using InstituteCms.Events;
using InstituteCms.Previews;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace InstituteCms.Mails;

/// <summary>The confirmation to somebody who does not exist; nothing is stored or sent.</summary>
public sealed class RegistrationMailPreview : IMailPreview
{
    private const string NoJoinLink = "https://example.org/";

    private readonly RegistrationMail _mail;
    private readonly IStringLocalizer S;

    public RegistrationMailPreview(RegistrationMail mail, IStringLocalizer<RegistrationMailPreview> localizer)
    {
        _mail = mail;
        S = localizer;
    }

    public bool Holds(ContentItem @event) => @event.TryGet<RegistrationPart>(out var part) && part.Enabled;

    public async Task<MailPreview> WriteAsync(ContentItem @event, string language, bool withJoinLink)
    {
        if (!withJoinLink && @event.GetOrCreate<EventPart>() is { JoinUrl.Length: > 0 } part)
        {
            part.JoinUrl = NoJoinLink; // In this request's copy alone: it is never saved.
            @event.Apply(part);
        }

        var registration = new Registration { Status = RegistrationStatus.Confirmed, Name = NameIn(language), Email = "jane.doe@example.org", Culture = language };
        var message = await _mail.ConfirmedAsync(@event, registration, PersonalToken.Create());
        return new($"{registration.Name} <{registration.Email}>", message.ReplyTo, message.Subject, message.TextBody, message.HtmlBody, message.Calendar.Length > 0);
    }

    private string NameIn(string language)
    {
        using var _ = new LanguageScope(language);
        return S["Jane Doe"];
    }
}
