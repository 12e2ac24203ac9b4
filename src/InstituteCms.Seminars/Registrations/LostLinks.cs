using InstituteCms.Mails;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundJobs;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Gives people new personal links: to their mailbox when they have lost theirs, on their own page when others may know it.</summary>
public partial class LostLinks
{
    /// <summary>The pause between two mails to one person, so that no stranger fills a mailbox.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly PersonalLinks _links;
    private readonly RegistrationMail _mail;
    private readonly MailOutbox _outbox;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public LostLinks(
        ISession session, IContentManager contentManager, PersonalLinks links, RegistrationMail mail, MailOutbox outbox, IClock clock, ILogger<LostLinks> logger)
    {
        _session = session;
        _contentManager = contentManager;
        _links = links;
        _mail = mail;
        _outbox = outbox;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>
    /// Has the link mailed to an address if it is registered. Nobody is looked for before the present request is answered: its answer, and the
    /// time that it takes, are the same for everybody.
    /// </summary>
    public async Task MailSoonAsync(string eventId, string email)
    {
        var baseUrl = await _links.BaseUrlAsync();
        await HttpBackgroundJob.ExecuteAfterEndOfRequestAsync("Lost link", async scope =>
        {
            scope.ServiceProvider.GetRequiredService<PersonalLinks>().BaseUrl = baseUrl;
            await scope.ServiceProvider.GetRequiredService<LostLinks>().MailAsync(eventId, email);
        });
    }

    /// <summary>Mails the link to an address if it is registered.</summary>
    public virtual async Task MailAsync(string eventId, string email)
    {
        await _session.BeginTransactionAsync();
        var emailKey = EmailAddressKey.From(email);
        var registrations = await _session
            .Query<Registration, RegistrationIndex>(one => one.EventId == eventId && one.EmailKey == emailKey && !one.Erased)
            .ListAsync();
        var registration = registrations.OrderBy(IsOver).ThenByDescending(one => one.CreatedUtc).FirstOrDefault();
        if (registration is null || await _contentManager.GetAsync(eventId, VersionOptions.Latest) is not { } @event || !await PutAsync(@event, registration))
        {
            await _session.CancelAsync();
            return;
        }

        await _session.SaveChangesAsync();
        MailOutbox.DeliverSoon();
        LogMailed(eventId, registration.Id);
    }

    /// <summary>
    /// Puts a mail with a link of its own into the session's transaction, unless one was sent a moment ago. Earlier links stay good, or a
    /// stranger could take them away.
    /// </summary>
    /// <param name="siteUrl">Address of the site as the person knows it; otherwise the present request's.</param>
    public async Task<bool> PutAsync(ContentItem @event, Registration registration, string? siteUrl = null)
    {
        var nowUtc = _clock.UtcNow;
        if (nowUtc < registration.LinkSentUtc + Pause)
        {
            return false;
        }

        var token = PersonalToken.Create();
        registration.AddLink(token, nowUtc);
        await _session.SaveAsync(registration, checkConcurrency: true);
        var ownUrl = _links.BaseUrl;
        _links.BaseUrl = siteUrl ?? ownUrl;
        await _outbox.PutAsync(await _mail.LinkAgainAsync(@event, registration, token), nowUtc);
        _links.BaseUrl = ownUrl;
        return true;
    }

    /// <summary>Ends all of a registration's links and gives the only one that is good from now on, which is mailed, too.</summary>
    /// <returns><see langword="null"/> when the link belongs to nobody.</returns>
    public async Task<PersonalToken?> RenewAsync(PersonalToken token, CancellationToken cancellationToken)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        var hash = token.Hash;
        var registration = await _session.Query<Registration, RegistrationLinkIndex>(link => link.TokenHash == hash).FirstOrDefaultAsync(cancellationToken);
        if (registration is null || !registration.TokenHashes.Exists(token.Matches)
            || await _contentManager.GetAsync(registration.EventId, VersionOptions.Latest) is not { } @event)
        {
            return null;
        }

        var nowUtc = _clock.UtcNow;
        var renewed = PersonalToken.Create();
        registration.TokenHashes = [renewed.Hash];
        registration.LinkSentUtc = nowUtc;
        await _session.SaveAsync(registration, checkConcurrency: true);
        await _outbox.PutAsync(await _mail.LinkAgainAsync(@event, registration, renewed), nowUtc);
        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogRenewed(registration.EventId, registration.Id);
        return renewed;
    }

    private static bool IsOver(Registration registration) => !registration.IsActive;

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: registration {RegistrationId} got its link again.")]
    private partial void LogMailed(string eventId, long registrationId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: the links of registration {RegistrationId} were ended, and it got a new one.")]
    private partial void LogRenewed(string eventId, long registrationId);
}
