using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Mails;

/// <summary>Tells those who are registered what has become of their event.</summary>
public sealed class RegistrantNews
{
    private readonly ISession _session;
    private readonly RegistrationMail _mail;
    private readonly MailOutbox _outbox;
    private readonly IClock _clock;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public RegistrantNews(
        ISession session, RegistrationMail mail, MailOutbox outbox, IClock clock, INotifier notifier, IHtmlLocalizer<RegistrantNews> localizer)
    {
        _session = session;
        _mail = mail;
        _outbox = outbox;
        _clock = clock;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>How many would be told.</summary>
    public Task<int> CountAsync(string? eventId) => Registered(eventId).CountAsync();

    /// <summary>Puts one mail for each into the session's transaction: they are told if, and only if, what they are told of is stored.</summary>
    /// <param name="isAnotherPlan">Whether time or place are others than before.</param>
    public async Task<ToldRegistrants> TellAsync(ContentItem @event, string text, bool isAnotherPlan = false)
    {
        var nowUtc = _clock.UtcNow;
        var told = 0;
        foreach (var registration in await Registered(@event.ContentItemId).ListAsync())
        {
            await _outbox.PutAsync(await _mail.NewsAsync(@event, registration, text, isAnotherPlan), nowUtc);
            told++;
        }

        if (told > 0)
        {
            MailOutbox.DeliverSoon();
            await _notifier.SuccessAsync(H.Plural(told, "{0} registered person is told by mail.", "{0} registered people are told by mail."));
        }

        return new() { Text = text, AtUtc = nowUtc };
    }

    private IQuery<Registration, RegistrationIndex> Registered(string? eventId)
    {
        var id = eventId ?? "";
        return _session.Query<Registration, RegistrationIndex>(registration =>
            registration.EventId == id && registration.Status == nameof(RegistrationStatus.Confirmed) && !registration.Erased);
    }
}
