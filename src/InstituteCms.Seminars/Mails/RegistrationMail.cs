using System.Text.Encodings.Web;
using System.Text.Unicode;
using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace InstituteCms.Mails;

/// <summary>Writes the mails to registrants, each in the language that its reader chose.</summary>
public sealed class RegistrationMail
{
    private static readonly HtmlEncoder _html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly PersonalLinks _links;
    private readonly RegistrationCalendar _calendar;
    private readonly EventTexts _texts;
    private readonly IStringLocalizer S;

    public RegistrationMail(
        PersonalLinks links, RegistrationCalendar calendar, EventTexts texts, IStringLocalizer<RegistrationMail> localizer)
    {
        _links = links;
        _calendar = calendar;
        _texts = texts;
        S = localizer;
    }

    /// <summary>A seat was given.</summary>
    public async Task<OutboxMessage> ConfirmedAsync(ContentItem @event, Registration registration, PersonalToken token)
    {
        var link = await _links.ToAsync(token);
        using var _ = new LanguageScope(registration.Culture);
        return await WriteAsync(
            @event,
            registration,
            S["You are registered: {0}", @event.DisplayText],
            [S["Dear {0},", registration.Name], S["you are registered for “{0}”.", @event.DisplayText], .. Facts(@event), .. HowToCancel(link)],
            link);
    }

    /// <summary>Somebody, most likely the owner of the address, has lost the link, or has tried to register a second time.</summary>
    public async Task<OutboxMessage> LinkAgainAsync(ContentItem @event, Registration registration, PersonalToken token)
    {
        var link = await _links.ToAsync(token);
        using var _ = new LanguageScope(registration.Culture);
        return await WriteAsync(
            @event,
            registration,
            S["Your registration: {0}", @event.DisplayText],
            [
                S["Dear {0},", registration.Name],
                S["this address was just entered on the page of “{0}”, to register or to get the personal link again. Your registration has not changed. Here is a link to it.", @event.DisplayText],
                .. Facts(@event),
                .. HowToCancel(link),
                S["If it was not you, there is nothing to do: only you have received this link."],
            ],
            link);
    }

    /// <summary>The seat was given back.</summary>
    public async Task<OutboxMessage> CancelledAsync(ContentItem @event, Registration registration)
    {
        using var _ = new LanguageScope(registration.Culture);
        return await WriteAsync(
            @event,
            registration,
            S["Your registration is cancelled: {0}", @event.DisplayText],
            [
                S["Dear {0},", registration.Name],
                S["your registration for “{0}” is cancelled, and your seat is free for somebody else.", @event.DisplayText],
                S["If you change your mind, please register again while seats are left."],
            ]);
    }

    /// <summary>The event is cancelled, or is not what it was: in the organisers' own words.</summary>
    public async Task<OutboxMessage> NewsAsync(ContentItem @event, Registration registration, string words)
    {
        using var _ = new LanguageScope(registration.Culture);
        var part = @event.GetOrCreate<EventPart>();
        var (subject, sentence) = part.Status switch
        {
            EventStatus.Cancelled => (S["Cancelled: {0}", @event.DisplayText], S["“{0}”, for which you are registered, is cancelled.", @event.DisplayText]),
            EventStatus.Postponed => (S["Postponed: {0}", @event.DisplayText], S["“{0}”, for which you are registered, is postponed.", @event.DisplayText]),
            EventStatus.MovedOnline => (S["Moved online: {0}", @event.DisplayText], S["“{0}”, for which you are registered, is moved online.", @event.DisplayText]),
            _ => (S["News about {0}", @event.DisplayText], S["there is news about “{0}”, for which you are registered.", @event.DisplayText]),
        };
        return await WriteAsync(
            @event,
            registration,
            subject,
            [
                S["Dear {0},", registration.Name],
                sentence,
                .. words.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                .. part.Status is EventStatus.Cancelled ? [] : Facts(@event).Append(S["To cancel, use your personal link from the mail that confirmed your registration."]),
            ],
            isCalendarChanged: true);
    }

    private async Task<OutboxMessage> WriteAsync(
        ContentItem @event, Registration registration, string subject, string[] paragraphs, string? link = null, bool isCalendarChanged = false) => new()
    {
        EventId = @event.ContentItemId,
        To = registration.Email,
        ReplyTo = @event.GetOrCreate<RegistrationPart>().ContactEmail?.Trim() ?? "",
        Subject = subject.ReplaceLineEndings(" "),
        TextBody = string.Join("\n\n", paragraphs),
        HtmlBody = string.Concat(paragraphs.Select(ToHtml)),
        Calendar = link is null && !isCalendarChanged ? "" : await _calendar.WriteAsync(@event, link),
    };

    private IEnumerable<string> Facts(ContentItem @event)
    {
        var part = @event.GetOrCreate<EventPart>();
        yield return S["When: {0}", _texts.When(part)];
        if (EventTexts.Venue(part) is { Length: > 0 } venue)
        {
            yield return S["Where: {0}", venue];
        }

        if (!string.IsNullOrEmpty(part.Venue.MapUrl))
        {
            yield return S["Map: {0}", part.Venue.MapUrl];
        }

        if (!string.IsNullOrEmpty(part.JoinUrl))
        {
            yield return S["To join online: {0}", part.JoinUrl];
        }
    }

    private IEnumerable<string> HowToCancel(string link)
    {
        yield return S["Your personal page, where you can also cancel: {0}", link];
        yield return S["If you cannot come, please cancel there, so that somebody else can have your seat. Keep the link to yourself."];
    }

    /// <summary>A paragraph; a web address at its end becomes a link.</summary>
    private static string ToHtml(string paragraph)
    {
        var start = paragraph.LastIndexOf("https://", StringComparison.Ordinal) is var secure and >= 0
            ? secure
            : paragraph.LastIndexOf("http://", StringComparison.Ordinal);
        var url = start < 0 ? "" : paragraph[start..];
        if (!Uri.IsWellFormedUriString(url, UriKind.Absolute))
        {
            return $"<p>{Encode(paragraph)}</p>\n";
        }

        var encoded = _html.Encode(url);
        return $"<p>{Encode(paragraph[..start])}<a href=\"{encoded}\">{encoded}</a></p>\n";
    }
    private static string Encode(string text) => string.Join("<br>", text.Split('\n').Select(_html.Encode));
}
