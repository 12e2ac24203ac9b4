using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>What the desk hands back: the decision, and the personal link's secret when a seat was given.</summary>
public sealed record RegistrationReceipt(RegistrationOutcome Outcome, PersonalToken? Token = null);

/// <summary>The one place where registrations are made and cancelled. Nothing is answered before it is committed.</summary>
public sealed partial class RegistrationDesk
{
    private const int MaxLinks = 8;

    private static readonly TimeSpan _linkPause = TimeSpan.FromMinutes(10);

    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly AvailabilityReader _availability;
    private readonly SeatLedger _seats;
    private readonly RegistrationMail _mail;
    private readonly MailOutbox _outbox;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public RegistrationDesk(
        ISession session,
        IContentManager contentManager,
        AvailabilityReader availability,
        SeatLedger seats,
        RegistrationMail mail,
        MailOutbox outbox,
        IClock clock,
        ILogger<RegistrationDesk> logger)
    {
        _session = session;
        _contentManager = contentManager;
        _availability = availability;
        _seats = seats;
        _mail = mail;
        _outbox = outbox;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Registers a person; <see langword="null"/> when there is no such published event.</summary>
    public async Task<RegistrationReceipt?> RegisterAsync(string eventId, Registrant registrant, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken); // First of all, so that what is read still holds when it is written.
        if (await _contentManager.GetAsync(eventId) is not { } @event)
        {
            return null;
        }

        await _seats.LockAsync(eventId);

        var nowUtc = _clock.UtcNow;
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        var emailKey = EmailAddressKey.From(registrant.Email);
        var holder = await FindHolderAsync(eventId, emailKey, cancellationToken);

        var outcome = RegistrationPolicy.Decide(facts, alreadyRegistered: holder is not null, nowUtc);
        if (outcome is RegistrationOutcome.Confirmed)
        {
            outcome = await ClaimAsync(eventId, emailKey, facts.Capacity);
        }

        var token = PersonalToken.Create();
        switch (outcome)
        {
            case RegistrationOutcome.Confirmed:
                await ConfirmAsync(@event, registrant, token, nowUtc);
                break;
            case RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered):
                holder ??= await FindHolderAsync(eventId, emailKey, cancellationToken); // Another was a moment faster with the same address.
                await SendLinkAgainAsync(@event, holder, token, nowUtc);
                break;
            default:
                await _session.CancelAsync(); // An address may have been claimed for a seat that was not to be had.
                return new(outcome);
        }

        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogDecided(eventId, outcome);
        return new(outcome, outcome is RegistrationOutcome.Confirmed ? token : null);
    }

    /// <summary>Gives a registrant's seat back; <see langword="null"/> when the link belongs to nobody.</summary>
    public async Task<CancellationDecision?> CancelAsync(PersonalToken token, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(token, cancellationToken) is not { } registration)
        {
            return null;
        }

        var nowUtc = _clock.UtcNow;
        var @event = await _contentManager.GetAsync(registration.EventId);
        var decision = CancellationPolicy.Decide(registration.Status, @event?.GetOrCreate<EventPart>().EndUtc, nowUtc);
        if (decision != CancellationDecision.Cancel)
        {
            return decision;
        }

        if (!await _seats.TryReleaseAsync(registration.EventId, EmailAddressKey.From(registration.Email)))
        {
            return CancellationDecision.AlreadyCancelled; // The same wish, sent twice at the same time.
        }

        await _seats.FreeSeatAsync(registration.EventId);
        registration.Status = RegistrationStatus.Cancelled;
        registration.CancelledUtc = nowUtc;
        await _session.SaveAsync(registration, checkConcurrency: true);
        if (@event is not null)
        {
            await _outbox.PutAsync(await _mail.CancelledAsync(@event, registration), nowUtc);
        }

        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogCancelled(registration.EventId, registration.Id);
        return decision;
    }

    /// <summary>The registration that a personal link opens, or <see langword="null"/>.</summary>
    public async Task<Registration?> FindAsync(PersonalToken token, CancellationToken cancellationToken = default)
    {
        var hash = token.Hash;
        var found = await _session.Query<Registration, RegistrationLinkIndex>(link => link.TokenHash == hash).FirstOrDefaultAsync(cancellationToken);
        return found is not null && found.TokenHashes.Exists(token.Matches) ? found : null;
    }

    private async Task<Registration?> FindHolderAsync(string eventId, string emailKey, CancellationToken cancellationToken) =>
        await _session.Query<Registration, RegistrationIndex>(registration =>
            registration.EventId == eventId
            && registration.EmailKey == emailKey
            && registration.Status == nameof(RegistrationStatus.Confirmed)).FirstOrDefaultAsync(cancellationToken);

    private async Task<RegistrationOutcome> ClaimAsync(string eventId, string emailKey, int? capacity) =>
        !await _seats.TryClaimAsync(eventId, emailKey) ? new RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered)
        : !await _seats.TryTakeSeatAsync(eventId, capacity) ? new RegistrationOutcome.Refused(RefusalReason.Full)
        : new RegistrationOutcome.Confirmed();

    private async Task ConfirmAsync(ContentItem @event, Registrant registrant, PersonalToken token, DateTime nowUtc)
    {
        var registration = new Registration
        {
            EventId = @event.ContentItemId,
            Status = RegistrationStatus.Confirmed,
            Name = registrant.Name,
            Email = EmailAddressKey.Fold(registrant.Email),
            Affiliation = registrant.Affiliation,
            Answers = registrant.Answers,
            Culture = registrant.Culture,
            CreatedUtc = nowUtc,
            TokenHashes = [token.Hash],
            LinkSentUtc = nowUtc,
            PrivacyNotice = registrant.PrivacyNotice,
        };
        await _session.SaveAsync(registration);
        await _outbox.PutAsync(await _mail.ConfirmedAsync(@event, registration, token), nowUtc);
    }

    /// <summary>
    /// Only hashes are kept, so the owner gets a link of its own; earlier ones stay good, or a stranger could take them away.
    /// Nor can a stranger fill the owner's mailbox: there is a pause between two mails.
    /// </summary>
    private async Task SendLinkAgainAsync(ContentItem @event, Registration? holder, PersonalToken token, DateTime nowUtc)
    {
        if (holder is null || nowUtc < holder.LinkSentUtc + _linkPause)
        {
            return;
        }

        holder.TokenHashes = [holder.TokenHashes[0], .. holder.TokenHashes.Skip(1).TakeLast(MaxLinks - 2), token.Hash];
        holder.LinkSentUtc = nowUtc;
        await _session.SaveAsync(holder, checkConcurrency: true);
        await _outbox.PutAsync(await _mail.LinkAgainAsync(@event, holder, token), nowUtc);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: an attempt to register ended as {Outcome}.")]
    private partial void LogDecided(string eventId, RegistrationOutcome outcome);

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: registration {RegistrationId} was cancelled by the registrant.")]
    private partial void LogCancelled(string eventId, long registrationId);
}
