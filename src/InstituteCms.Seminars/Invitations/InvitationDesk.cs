using InstituteCms.Events;
using InstituteCms.Mails;
using InstituteCms.Registrations;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Invitations;

/// <summary>What became of a list of guests.</summary>
/// <param name="Invited">How many were invited.</param>
/// <param name="Before">How many of the list were invited before, and left alone.</param>
/// <param name="Registered">How many of the list are registered already, and were left alone.</param>
public sealed record InvitationReceipt(int Invited, int Before, int Registered);

/// <summary>The one place where invitations are made and changed. A mail and what it tells are stored together.</summary>
public sealed partial class InvitationDesk
{
    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly SeatLedger _seats;
    private readonly InvitationMail _mail;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public InvitationDesk(
        ISession session, IContentManager contentManager, SeatLedger seats, InvitationMail mail, IClock clock, ILogger<InvitationDesk> logger)
    {
        _session = session;
        _contentManager = contentManager;
        _seats = seats;
        _mail = mail;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Invites those of the guests who were not, and are not registered; an address that comes twice gets one mail.</summary>
    /// <param name="language">For those whose line says none.</param>
    /// <param name="words">The organisers' own, in each mail; may be empty.</param>
    public async Task<InvitationReceipt> InviteAsync(
        ContentItem @event, IEnumerable<Guest> guests, string language, string words, string byUser, CancellationToken cancellationToken = default)
    {
        var wanted = guests.DistinctBy(guest => EmailAddressKey.From(guest.Email)).ToList();
        var keys = wanted.Select(guest => EmailAddressKey.From(guest.Email)).ToList();
        await _session.BeginTransactionAsync(cancellationToken);
        await _seats.LockAsync(@event.ContentItemId); // Two organisers with the same list, at the same time.
        var before = await InvitedAsync(@event.ContentItemId, keys, cancellationToken);
        var registered = await RegisteredAsync(@event.ContentItemId, keys, cancellationToken);
        var nowUtc = _clock.UtcNow;
        var sent = new List<(GuestInvitation Invitation, OutboxMessage Mail)>();
        foreach (var guest in wanted.Where(guest => EmailAddressKey.From(guest.Email) is var key && !before.Contains(key) && !registered.Contains(key)))
        {
            var invitation = new GuestInvitation
            {
                EventId = @event.ContentItemId, Email = guest.Email, Name = guest.Name, Culture = guest.Language ?? language, CreatedUtc = nowUtc, ByUser = byUser,
            };
            sent.Add((invitation, await _mail.PutAsync(@event, invitation, words, nowUtc)));
        }

        await SaveAsync(sent, cancellationToken);
        LogInvited(@event.ContentItemId, sent.Count);
        return new(sent.Count, before.Count, registered.Except(before).Count());
    }

    /// <summary>Writes once more to those of the chosen who have not answered; how many these were.</summary>
    public async Task<int> RemindAsync(ContentItem @event, IReadOnlyCollection<long> ids, string words, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        await _seats.LockAsync(@event.ContentItemId);
        var chosen = (await _session.GetAsync<GuestInvitation>([.. ids.Distinct()], cancellationToken: cancellationToken))
            .Where(invitation => invitation is { DeclinedUtc: null, ErasedUtc: null } && invitation.EventId == @event.ContentItemId).ToList();
        var registered = await RegisteredAsync(@event.ContentItemId, [.. chosen.Select(invitation => EmailAddressKey.From(invitation.Email))], cancellationToken);
        var nowUtc = _clock.UtcNow;
        var sent = new List<(GuestInvitation Invitation, OutboxMessage Mail)>();
        foreach (var invitation in chosen.Where(invitation => !registered.Contains(EmailAddressKey.From(invitation.Email))))
        {
            invitation.RemindedUtc = nowUtc;
            sent.Add((invitation, await _mail.PutAsync(@event, invitation, words, nowUtc, isReminder: true)));
        }

        await SaveAsync(sent, cancellationToken);
        LogReminded(@event.ContentItemId, sent.Count);
        return sent.Count;
    }

    /// <summary>The invitation that a link opens, or <see langword="null"/>.</summary>
    public async Task<GuestInvitation?> FindAsync(PersonalToken token, CancellationToken cancellationToken = default)
    {
        var hash = token.Hash;
        var found = await _session.Query<GuestInvitation, GuestInvitationLinkIndex>(link => link.TokenHash == hash).FirstOrDefaultAsync(cancellationToken);
        return found is { ErasedUtc: null } && found.TokenHashes.Exists(token.Matches) ? found : null;
    }

    /// <summary>Notes that the guest does not come, or thinks better of it; false when the link belongs to nobody, or the event is over.</summary>
    public async Task<bool> DeclineAsync(PersonalToken token, bool declined, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(token, cancellationToken) is not { } invitation
            || await _contentManager.GetAsync(invitation.EventId, VersionOptions.Latest) is not { } @event
            || @event.GetOrCreate<EventPart>().EndUtc <= _clock.UtcNow)
        {
            return false;
        }

        if (declined != invitation.DeclinedUtc is not null)
        {
            invitation.DeclinedUtc = declined ? _clock.UtcNow : null;
            await _session.SaveAsync(invitation);
            await _session.SaveChangesAsync(cancellationToken);
            LogAnswered(invitation.EventId, invitation.Id, declined);
        }

        return true;
    }

    /// <summary>Whether this guest has a registration that stands.</summary>
    public async Task<bool> IsRegisteredAsync(GuestInvitation invitation, CancellationToken cancellationToken = default) =>
        (await RegisteredAsync(invitation.EventId, [EmailAddressKey.From(invitation.Email)], cancellationToken)).Count > 0;

    private async Task SaveAsync(List<(GuestInvitation Invitation, OutboxMessage Mail)> sent, CancellationToken cancellationToken)
    {
        await _session.FlushAsync(cancellationToken); // The mails have ids from now on.
        foreach (var (invitation, mail) in sent)
        {
            invitation.MailIds.Add(mail.Id);
            await _session.SaveAsync(invitation);
        }

        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
    }

    private async Task<HashSet<string>> InvitedAsync(string eventId, List<string> keys, CancellationToken cancellationToken) =>
    [
        .. (await _session.QueryIndex<GuestInvitationIndex>(index => index.EventId == eventId && index.EmailKey.IsIn(keys)).ListAsync(cancellationToken))
            .Select(index => index.EmailKey),
    ];

    private async Task<HashSet<string>> RegisteredAsync(string eventId, List<string> keys, CancellationToken cancellationToken) => keys.Count == 0 ? [] :
    [
        .. (await _session.QueryIndex<RegistrationIndex>(index => index.EventId == eventId && index.EmailKey.IsIn(keys)).ListAsync(cancellationToken))
            .Where(index => index.Status is not (nameof(RegistrationStatus.Cancelled) or nameof(RegistrationStatus.Rejected)))
            .Select(index => index.EmailKey),
    ];

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: {Invited} guests were invited.")]
    private partial void LogInvited(string eventId, int invited);

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: {Reminded} guests were reminded.")]
    private partial void LogReminded(string eventId, int reminded);

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: the guest of invitation {InvitationId} answered; declined: {Declined}.")]
    private partial void LogAnswered(string eventId, long invitationId, bool declined);
}
