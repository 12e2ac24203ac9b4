using InstituteCms.Events;
using InstituteCms.ForumReports;
using InstituteCms.Registrations;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Mails;

/// <summary>
/// Writes what time brings about: reminders, and the news that a report can be read. Each is written in one transaction with a mark that it
/// was: run twice, or on two nodes, or stopped half-way, nobody gets one twice and nobody none.
/// </summary>
public sealed class MailReminders
{
    /// <summary>Reports older than this are no news.</summary>
    private static readonly TimeSpan _news = TimeSpan.FromDays(14);

    private readonly ISession _session;
    private readonly IContentManager _contents;
    private readonly RegistrationMail _mail;
    private readonly MailOutbox _outbox;
    private readonly MailMarks _marks;
    private readonly PersonalLinks _links;
    private readonly IClock _clock;

    public MailReminders(
        ISession session, IContentManager contents, RegistrationMail mail, MailOutbox outbox, MailMarks marks, PersonalLinks links, IClock clock)
    {
        _session = session;
        _contents = contents;
        _mail = mail;
        _outbox = outbox;
        _marks = marks;
        _links = links;
        _clock = clock;
    }

    /// <summary>Writes what is due.</summary>
    public async Task WriteDueAsync(CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var latestUtc = nowUtc.AddHours(ReminderTime.MaxHours + 1);
        var soon = await _session
            .QueryIndex<EventPartIndex>(index => index.Published && index.StartUtc > nowUtc && index.StartUtc <= latestUtc)
            .ListAsync(cancellationToken);
        foreach (var eventId in soon.Select(index => index.ContentItemId).ToArray())
        {
            await RemindAsync(eventId, nowUtc, cancellationToken);
        }

        var sinceUtc = nowUtc - _news;
        var reports = await _session
            .QueryIndex<ForumReportPartIndex>(index => index.Published && index.PublishedUtc >= sinceUtc)
            .ListAsync(cancellationToken);
        foreach (var (reportId, eventId) in reports.Select(index => (index.ContentItemId, index.EventId)).ToArray())
        {
            await TellOfReportAsync(reportId, eventId ?? "", nowUtc, cancellationToken);
        }
    }

    private async Task RemindAsync(string eventId, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (await _contents.GetAsync(eventId) is not { } @event
            || @event.GetOrCreate<EventPart>() is not { StartUtc: { } startUtc, Status: EventStatus.Scheduled or EventStatus.MovedOnline } part
            || @event.GetOrCreate<RegistrationPart>() is not { Enabled: true, Mails.ReminderHours: { } hours })
        {
            return;
        }

        var dueUtc = ReminderTime.DueUtc(startUtc, part.TimeZoneId, hours);
        if (nowUtc < dueUtc)
        {
            return;
        }

        // An event that is moved is another one to be reminded of.
        var mark = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Reminder.{startUtc:yyyyMMddHHmm}");
        foreach (var registration in await SeatedAsync(eventId, cancellationToken))
        {
            if (registration.CreatedUtc < dueUtc // Whoever has only just registered knows.
                && !await _marks.IsSetAsync(registration.Id, MailMarks.NoReminder))
            {
                await WriteOnceAsync(registration, mark, () => _mail.ReminderAsync(@event, registration), nowUtc, cancellationToken);
            }
        }
    }

    private async Task TellOfReportAsync(string reportId, string eventId, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (await _contents.GetAsync(eventId) is not { } @event
            || await _contents.GetAsync(reportId) is not { } report
            || @event.GetOrCreate<RegistrationPart>() is not { Enabled: true, Mails.TellOfReport: true })
        {
            return;
        }

        foreach (var registration in await SeatedAsync(eventId, cancellationToken))
        {
            if (registration.PrivacyNotice is { WantsReport: true })
            {
                await WriteOnceAsync(registration, "FollowUp", () => _mail.FollowUpAsync(@event, registration, report), nowUtc, cancellationToken);
            }
        }
    }

    private async Task WriteOnceAsync(
        Registration registration, string mark, Func<Task<OutboxMessage>> write, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (await _marks.IsSetAsync(registration.Id, mark))
        {
            return;
        }

        if (await _marks.TrySetAsync(registration.Id, mark))
        {
            _links.BaseUrl ??= await SiteUrlAsync(registration.EventId);
            await _outbox.PutAsync(await write(), nowUtc);
        }

        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
    }

    /// <summary>Where the site was reached when somebody registered: no visitor is here to say it, and perhaps no administrator has.</summary>
    private async Task<string?> SiteUrlAsync(string eventId) =>
        await _links.BaseUrlAsync() is { Length: > 0 }
            ? null
            : (await _session.Query<OutboxMessage, OutboxIndex>(message => message.EventId == eventId)
                .OrderByDescending(message => message.CreatedUtc)
                .FirstOrDefaultAsync())?.SiteUrl;

    private async Task<Registration[]> SeatedAsync(string eventId, CancellationToken cancellationToken) =>
    [
        .. await _session.Query<Registration, RegistrationIndex>(registration =>
            registration.EventId == eventId && registration.Status == nameof(RegistrationStatus.Confirmed) && !registration.Erased).ListAsync(cancellationToken),
    ];
}
