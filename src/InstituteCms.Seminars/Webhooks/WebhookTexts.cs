using Microsoft.Extensions.Localization;

namespace InstituteCms.Webhooks;

/// <summary>Says what programs are told, and what became of it.</summary>
public sealed class WebhookTexts
{
    private readonly IStringLocalizer S;

    public WebhookTexts(IStringLocalizer<WebhookTexts> localizer) => S = localizer;

    public string NameOf(WebhookKind kind) => kind switch
    {
        WebhookKind.EventPublished => S["An event is announced"],
        WebhookKind.EventChanged => S["An event is changed"],
        WebhookKind.EventCancelled => S["An event is cancelled"],
        WebhookKind.EventEnded => S["An event is over"],
        WebhookKind.EventWithdrawn => S["An event is taken off the site"],
        WebhookKind.EventSeats => S["Seats of an event are taken or free again"],
        WebhookKind.ReportPublished => S["A report is published"],
        WebhookKind.ReportChanged => S["A report is changed"],
        WebhookKind.ReportWithdrawn => S["A report is taken off the site"],
        _ => S["Test"],
    };

    public string NameOf(WebhookMessage message) => message.Status switch
    {
        WebhookStatus.Taken => S["Taken"],
        WebhookStatus.Failed => S["Failed"],
        WebhookStatus.Sending => S["Being sent"],
        _ when message.Failures > 0 => S["Tried again"],
        _ => S["Waiting"],
    };

    /// <summary>What went wrong, in plain words; nothing where nothing did.</summary>
    public string ReasonOf(WebhookProblem problem) => problem switch
    {
        WebhookProblem.None => "",
        WebhookProblem.NotPublic => S["The address leads into a private network, or to a port that is not for web services. Messages only go to public addresses."],
        WebhookProblem.NoSuchHost => S["There is no such host. Check the address."],
        WebhookProblem.Connection => S["Nobody answered, or the connection broke off."],
        WebhookProblem.Certificate => S["The other side could not prove who it is. Its owner has to look at its certificate."],
        WebhookProblem.Timeout => S["There was no answer within ten seconds. The program should answer first and work afterwards."],
        WebhookProblem.Redirected => S["The other side sent us to another address. Enter that address here: redirects are not followed."],
        WebhookProblem.Refused => S["The other side refused the message. Its own words may say why."],
        WebhookProblem.Unavailable => S["The other side could not take anything just then."],
        WebhookProblem.Gone => S["The other side says that nobody is there any more."],
        WebhookProblem.Secret => S["The secret can no longer be read, since the site has new keys. Make a new one."],
        _ => S["The message could not be handed over."],
    };

    /// <summary>A class of Bootstrap for the state.</summary>
    public static string BadgeOf(WebhookMessage message) => message.Status switch
    {
        WebhookStatus.Taken => "text-bg-success",
        WebhookStatus.Failed => "text-bg-danger",
        _ when message.Failures > 0 => "text-bg-warning",
        _ => "text-bg-secondary",
    };
}
