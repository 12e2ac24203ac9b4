using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;

namespace InstituteCms.Mails;

/// <summary>
/// Writes the mails to registrants, each in the language that its reader chose. Every method takes the registration as it is from now on:
/// who has a seat reads how to join online, nobody else does.
/// </summary>
public sealed class RegistrationMail
{
    private readonly PersonalLinks _links;
    private readonly RegistrationCalendar _calendar;
    private readonly MailRenderer _renderer;
    private readonly EventTexts _texts;
    private readonly IStringLocalizer S;

    public RegistrationMail(
        PersonalLinks links, RegistrationCalendar calendar, MailRenderer renderer, EventTexts texts, IStringLocalizer<RegistrationMail> localizer)
    {
        _links = links;
        _calendar = calendar;
        _renderer = renderer;
        _texts = texts;
        S = localizer;
    }

    /// <summary>The request has arrived; the organisers will look at it.</summary>
    public Task<OutboxMessage> ReceivedAsync(ContentItem @event, Registration registration, PersonalToken token) =>
        WriteAsync(MailKind.Received, @event, registration, token);

    /// <summary>The address has to be confirmed before <paramref name="expiresUtc"/>, on the personal page.</summary>
    public Task<OutboxMessage> ConfirmAddressAsync(ContentItem @event, Registration registration, PersonalToken token, DateTime expiresUtc) =>
        WriteAsync(MailKind.ConfirmAddress, @event, registration, token, expiresUtc: expiresUtc);

    /// <summary>A seat was given.</summary>
    public Task<OutboxMessage> ConfirmedAsync(ContentItem @event, Registration registration, PersonalToken? token) =>
        WriteAsync(MailKind.Confirmed, @event, registration, token, calendar: CalendarUse.Request);

    /// <summary>All seats are taken.</summary>
    /// <param name="position">Place in the queue: 1 is next.</param>
    public Task<OutboxMessage> WaitlistedAsync(ContentItem @event, Registration registration, PersonalToken? token, int position) =>
        WriteAsync(MailKind.Waitlisted, @event, registration, token, position: position);

    /// <summary>A seat has become free, and is kept until <paramref name="expiresUtc"/>; it is taken on the personal page.</summary>
    public Task<OutboxMessage> OfferedAsync(ContentItem @event, Registration registration, PersonalToken token, DateTime expiresUtc) =>
        WriteAsync(MailKind.Offered, @event, registration, token, expiresUtc: expiresUtc);

    /// <summary>A seat has become free, and was given.</summary>
    public Task<OutboxMessage> PromotedAsync(ContentItem @event, Registration registration, PersonalToken? token) =>
        WriteAsync(MailKind.Promoted, @event, registration, token, calendar: CalendarUse.Request);

    /// <summary>No seat is given, for the reason in <paramref name="words"/>, if the organisers gave one.</summary>
    public Task<OutboxMessage> RejectedAsync(ContentItem @event, Registration registration, string? words = null) =>
        WriteAsync(
            MailKind.Rejected, @event, registration, words: words,
            sentence: () => S["thank you for your interest in “{0}”. Unfortunately we cannot give you a seat.", @event.DisplayText]);

    /// <summary>The registration was cancelled: by the registrant, or by the organisers with these <paramref name="words"/>.</summary>
    /// <param name="hadSeat">Whether there was a seat, and so a calendar entry to take away.</param>
    public Task<OutboxMessage> CancelledAsync(
        ContentItem @event, Registration registration, bool byOrganizer = false, string? words = null, bool hadSeat = true) =>
        WriteAsync(
            MailKind.Cancelled, @event, registration, words: words, calendar: hadSeat ? CalendarUse.Cancel : CalendarUse.None,
            sentence: () => byOrganizer
                ? S["the organisers have cancelled your registration for “{0}”.", @event.DisplayText]
                : hadSeat
                    ? S["your registration for “{0}” is cancelled, and your seat is free for somebody else.", @event.DisplayText]
                    : S["your registration for “{0}” is cancelled.", @event.DisplayText]);

    /// <summary>A seat that was offered was not taken in time.</summary>
    public Task<OutboxMessage> LapsedAsync(ContentItem @event, Registration registration) =>
        WriteAsync(
            MailKind.Cancelled, @event, registration,
            sentence: () => S["the time for your answer about “{0}” is over, and the seat goes to somebody else.", @event.DisplayText]);

    /// <summary>Somebody, most likely the owner of the address, has lost the link, or has tried to register a second time.</summary>
    public Task<OutboxMessage> LinkAgainAsync(ContentItem @event, Registration registration, PersonalToken token) =>
        WriteAsync(MailKind.LinkAgain, @event, registration, token, calendar: registration.Status == RegistrationStatus.Confirmed ? CalendarUse.Request : CalendarUse.None);

    /// <summary>The event is near.</summary>
    public Task<OutboxMessage> ReminderAsync(ContentItem @event, Registration registration, PersonalToken? token = null) =>
        WriteAsync(MailKind.Reminder, @event, registration, token);

    /// <summary>The report on the event can be read.</summary>
    public async Task<OutboxMessage> FollowUpAsync(ContentItem @event, Registration registration, ContentItem report) =>
        await WriteAsync(MailKind.FollowUp, @event, registration, link: await _links.ToEventAsync(report), report: report.DisplayText);

    /// <summary>Asks somebody to come.</summary>
    /// <param name="link">Where the person registers.</param>
    public Task<OutboxMessage> InvitedAsync(ContentItem @event, string name, string email, string culture, string link, string? words = null) =>
        WriteAsync(MailKind.Invitation, @event, new Registration { Name = name, Email = email, Culture = culture }, link: link, words: words);

    /// <summary>The event is cancelled, or is not what it was: in the organisers' own words.</summary>
    /// <param name="isAnotherPlan">Whether time or place are others than before.</param>
    public Task<OutboxMessage> NewsAsync(ContentItem @event, Registration registration, string words, bool isAnotherPlan = false)
    {
        var status = @event.GetOrCreate<EventPart>().Status;
        var kind = status switch
        {
            EventStatus.Cancelled => MailKind.EventCancelled,
            EventStatus.Postponed or EventStatus.MovedOnline => MailKind.Changed,
            _ => isAnotherPlan ? MailKind.Changed : MailKind.News,
        };
        return WriteAsync(
            kind, @event, registration, words: words, sentence: () => News(@event.DisplayText, status, kind),
            calendar: kind == MailKind.EventCancelled ? CalendarUse.Cancel : CalendarUse.Request);
    }

    /// <summary>What organisers write to many at once, the gaps in it filled in for one of them.</summary>
    /// <param name="template">Their words.</param>
    /// <param name="language">The language of these words; the reader may have asked for another.</param>
    /// <param name="token">Secret of the personal link, where the words say it.</param>
    /// <param name="isOptional">Whether one can do without it.</param>
    public async Task<OutboxMessage> CircularAsync(
        ContentItem @event, Registration registration, MailTemplate template, string language, PersonalToken? token, bool isOptional)
    {
        var link = token is null ? null : await _links.ToAsync(token);
        using var _ = new LanguageScope(language);
        var words = await _renderer.FillAsync(template, await ValuesAsync(@event, registration, link));
        var message = await ComposeAsync(MailKind.Circular, @event, registration, words, language);
        return isOptional ? await WithWayOutAsync(message) : message;
    }

    /// <summary>What the mail needs whatever its template says, for a look at a template as well.</summary>
    public async Task<Dictionary<string, string>> ValuesAsync(ContentItem @event, Registration registration, string? link)
    {
        var part = @event.GetOrCreate<EventPart>();
        return new()
        {
            [MailVariables.Name] = Plain(registration.Name),
            [MailVariables.Event] = Plain(@event.DisplayText),
            [MailVariables.When] = _texts.When(part),
            [MailVariables.Where] = EventTexts.Venue(part) is { Length: > 0 } venue ? Plain(venue) : _texts.Place(part),
            [MailVariables.Facts] = string.Join('\n', Facts(part, registration)),
            [MailVariables.Cancel] = Cancel(link),
            [MailVariables.EventLink] = await _links.ToEventAsync(@event),
            [MailVariables.Link] = link ?? "",
        };
    }

    private async Task<OutboxMessage> WriteAsync(
        MailKind kind,
        ContentItem @event,
        Registration registration,
        PersonalToken? token = null,
        string? link = null,
        CalendarUse calendar = CalendarUse.None,
        DateTime? expiresUtc = null,
        int? position = null,
        string? report = null,
        string? words = null,
        Func<string>? sentence = null)
    {
        var personalLink = token is null ? null : await _links.ToAsync(token);
        using var _ = new LanguageScope(registration.Culture);
        var values = await ValuesAsync(@event, registration, link ?? personalLink);
        values[MailVariables.Expires] = expiresUtc is { } expires ? _texts.Moment(expires, @event.GetOrCreate<EventPart>()) : "";
        values[MailVariables.Position] = position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        values[MailVariables.Report] = report is null ? "" : Plain(report);
        values[MailVariables.Words] = words?.ReplaceLineEndings("\n").Trim() ?? "";
        values[MailVariables.Sentence] = sentence?.Invoke() ?? "";
        var message = await ComposeAsync(kind, @event, registration, await _renderer.WriteAsync(@event.ContentItemId, kind, registration.Culture, values), registration.Culture);
        message.Calendar = await _calendar.WriteAsync(@event, registration, personalLink, calendar);
        return kind.IsOptional() && registration.Id > 0 ? await WithWayOutAsync(message) : message;
    }

    private async Task<OutboxMessage> ComposeAsync(MailKind kind, ContentItem @event, Registration registration, MailWords words, string language) => new()
    {
        EventId = @event.ContentItemId,
        RegistrationId = registration.Id,
        Kind = kind,
        SiteUrl = await _links.BaseUrlAsync(),
        To = registration.Email,
        ReplyTo = @event.GetOrCreate<RegistrationPart>().ContactEmail?.Trim() ?? "",
        Subject = words.Subject,
        TextBody = words.Text,
        HtmlBody = MailHtml.From(words.Text, language),
    };

    /// <summary>Mails that one can do without say how to get no more of them.</summary>
    private async Task<OutboxMessage> WithWayOutAsync(OutboxMessage message)
    {
        message.UnsubscribeUrl = await _links.ToUnsubscribeAsync(message.RegistrationId);
        message.TextBody += "\n\n" + S["To get no more mails of this kind: {0}", message.UnsubscribeUrl];
        message.HtmlBody = MailHtml.From(message.TextBody, System.Globalization.CultureInfo.CurrentUICulture.Name);
        return message;
    }

    private string News(string title, EventStatus status, MailKind kind) => status switch
    {
        EventStatus.Cancelled => S["“{0}”, for which you are registered, is cancelled.", title],
        EventStatus.Postponed => S["“{0}”, for which you are registered, is postponed.", title],
        EventStatus.MovedOnline => S["“{0}”, for which you are registered, is moved online.", title],
        _ when kind == MailKind.Changed => S["“{0}”, for which you are registered, takes place at another time or place.", title],
        _ => S["there is news about “{0}”, for which you are registered.", title],
    };

    private IEnumerable<string> Facts(EventPart part, Registration registration)
    {
        yield return S["When: {0}", _texts.When(part)];
        if (part.Format == EventFormat.Hybrid)
        {
            yield return S["You take part: {0}", part.IsJoinedOnline(registration.Mode) ? S["Online"] : S["In person"]];
        }

        if (EventTexts.Venue(part) is { Length: > 0 } venue)
        {
            yield return S["Where: {0}", venue];
        }
        else if (part.IsOnlineOnly())
        {
            yield return S["Where: {0}", _texts.Place(part)];
        }

        if (!string.IsNullOrEmpty(part.Venue.MapUrl) && !part.IsOnlineOnly())
        {
            yield return S["Map: {0}", part.Venue.MapUrl];
        }

        if (registration.Status == RegistrationStatus.Confirmed && part.IsJoinedOnline(registration.Mode) && !string.IsNullOrEmpty(part.JoinUrl))
        {
            yield return S["To join online: {0}", part.JoinUrl];
        }
    }

    private string Cancel(string? link) => link is null
        ? S["To cancel, use your personal link from the mail that confirmed your registration."]
        : S["Your personal page, where you can also cancel: {0}", link] + "\n"
            + S["If you cannot come, please cancel there, so that somebody else can have your seat. Keep the link to yourself."];

    /// <summary>In one line, and no address that a stranger could have others follow: anybody registers under any name.</summary>
    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings(" ").Replace("://", ": ", StringComparison.Ordinal).Trim();
}
