using Microsoft.Extensions.Localization;

namespace InstituteCms.Mails;

/// <summary>Says where a mail stands, and what has kept it.</summary>
public sealed class MailStateTexts
{
    private readonly IStringLocalizer S;

    public MailStateTexts(IStringLocalizer<MailStateTexts> localizer) => S = localizer;

    public string NameOf(OutboxStatus status) => status switch
    {
        OutboxStatus.Queued => S["Queued"],
        OutboxStatus.Sending => S["Being sent"],
        OutboxStatus.Sent => S["Sent"],
        OutboxStatus.Retrying => S["Tried again"],
        _ => S["Failed"],
    };

    /// <summary>Why, in plain words; nothing where nothing went wrong.</summary>
    public string ReasonOf(OutboxMessage message) => message.Problem switch
    {
        MailProblem.None => "",
        MailProblem.Connection => S["The mail server could not be reached. This is no fault of the address."],
        MailProblem.SignIn => S["The mail server does not take mail from this site. An administrator has to look at the mail settings."],
        MailProblem.Busy => S["The mail server asked to try again later."],
        MailProblem.Recipient => S["The mail server says that there is no such address, or that it takes no mail. Ask the person for another one."],
        MailProblem.Refused => S["The mail server refused this mail. Its own words may say why."],
        MailProblem.Erased => S["The person's data was erased before the mail could go out."],
        _ => S["The mail could not be handed over."],
    };

    /// <summary>A class of Bootstrap for the state.</summary>
    public static string BadgeOf(OutboxStatus status) => status switch
    {
        OutboxStatus.Sent => "text-bg-success",
        OutboxStatus.Failed => "text-bg-danger",
        OutboxStatus.Retrying => "text-bg-warning",
        _ => "text-bg-secondary",
    };
}
