using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Registrations;

/// <summary>What the desk hands back: the decision, and the personal link's secret when there is a new registration.</summary>
public sealed record RegistrationReceipt(RegistrationOutcome Outcome, PersonalToken? Token = null);

/// <summary>Who changes a registration, and why.</summary>
/// <param name="By">In which part.</param>
/// <param name="ByUser">User name of an organiser; empty otherwise.</param>
/// <param name="Why">In an organiser's words; may be empty.</param>
public sealed record ChangeReason(RegistrationActor By, string ByUser = "", string Why = "")
{
    /// <summary>The longest <see cref="Why"/>, in characters.</summary>
    public const int MaxWords = 1_000;

    /// <summary>What somebody typed as a reason, as it is kept.</summary>
    public static string Words(string? typed) => typed?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, MaxWords)] : "";
}

/// <summary>What became of a change.</summary>
public enum ChangeResult
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such registration.</summary>
    NotFound,

    /// <summary>Where the registration stands, this cannot be done; most often, because it was done before.</summary>
    NotPossible,

    /// <summary>No seat is free.</summary>
    NoSeat,

    /// <summary>The same address has another registration that stands.</summary>
    AddressTaken,
}

/// <summary>The one place where registrations are made and changed. Nothing is answered before it is committed.</summary>
/// <remarks>All changes to one event's registrations come one after another: <see cref="SeatLedger.LockAsync"/>.</remarks>
public sealed partial class RegistrationDesk
{
    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly AvailabilityReader _availability;
    private readonly SeatLedger _seats;
    private readonly RegistrationGroups _groups;
    private readonly MailOutbox _outbox;
    private readonly LostLinks _links;
    private readonly PersonalLinks _personalLinks;
    private readonly PersonalDataEraser _eraser;
    private readonly IClock _clock;
    private readonly ILogger _logger;

    public RegistrationDesk(
        ISession session,
        IContentManager contentManager,
        AvailabilityReader availability,
        SeatLedger seats,
        RegistrationGroups groups,
        MailOutbox outbox,
        LostLinks links,
        PersonalLinks personalLinks,
        PersonalDataEraser eraser,
        IClock clock,
        ILogger<RegistrationDesk> logger)
    {
        _session = session;
        _contentManager = contentManager;
        _availability = availability;
        _seats = seats;
        _groups = groups;
        _outbox = outbox;
        _links = links;
        _personalLinks = personalLinks;
        _eraser = eraser;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Gives a registrant's registration up; <see langword="null"/> when the link belongs to nobody.</summary>
    public async Task<CancellationDecision?> CancelAsync(PersonalToken token, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(token, cancellationToken) is not { } registration)
        {
            return null;
        }

        var @event = await _contentManager.GetAsync(registration.EventId);
        var decision = CancellationPolicy.Decide(
            registration.Status, @event?.GetOrCreate<RegistrationPart>().ChangesUntilUtc, @event?.GetOrCreate<EventPart>().EndUtc, _clock.UtcNow);
        if (decision != CancellationDecision.Cancel)
        {
            return decision;
        }

        return await ChangeAsync(registration.Id, RegistrationCommand.Cancel, new(RegistrationActor.Registrant), cancellationToken) == ChangeResult.Done
            ? CancellationDecision.Cancel
            : CancellationDecision.AlreadyCancelled; // The same wish, sent twice at the same time.
    }

    /// <summary>Proves that the address is the registrant's.</summary>
    public Task<ChangeResult> ConfirmAddressAsync(PersonalToken token, CancellationToken cancellationToken = default) =>
        ChangeAsync(token, RegistrationCommand.ConfirmAddress, cancellationToken);

    /// <summary>Takes the seat that was offered.</summary>
    public Task<ChangeResult> AcceptAsync(PersonalToken token, CancellationToken cancellationToken = default) =>
        ChangeAsync(token, RegistrationCommand.Accept, cancellationToken);

    /// <summary>Changes where one registration stands, gives back or takes what goes with it, and lets the next in line move up.</summary>
    public async Task<ChangeResult> ChangeAsync(long id, RegistrationCommand command, ChangeReason reason, CancellationToken cancellationToken = default)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (await _session.GetAsync<Registration>(id) is not { ErasedUtc: null } registration)
        {
            return ChangeResult.NotFound;
        }

        await _seats.LockAsync(registration.EventId);
        var nowUtc = _clock.UtcNow;
        var @event = await _contentManager.GetAsync(registration.EventId) ?? await _contentManager.GetAsync(registration.EventId, VersionOptions.Latest);
        var from = registration.Status;
        var result = await TryMoveAsync(@event, registration, command, reason, nowUtc, cancellationToken);
        if (result != ChangeResult.Done)
        {
            await _session.SaveChangesAsync(cancellationToken); // There is nothing to undo, and a session that was cancelled would write nothing more.
            return result;
        }

        await _session.SaveAsync(registration, checkConcurrency: true, cancellationToken: cancellationToken);
        if (@event is not null)
        {
            await TellAsync(registration, token: null, nowUtc);
            await MoveUpAsync(@event, nowUtc, cancellationToken, except: command == RegistrationCommand.MoveToWaitlist ? registration : null);
        }

        await _session.SaveChangesAsync(cancellationToken);
        MailOutbox.DeliverSoon();
        LogChanged(registration.EventId, registration.Id, from, registration.Status, reason.By);
        return ChangeResult.Done;
    }

    /// <summary>Lets those move up for whom there are seats: after an event has got more of them.</summary>
    public async Task MoveUpAsync(ContentItem @event, CancellationToken cancellationToken = default)
    {
        if (!(await _availability.ReadAsync(@event, cancellationToken)).IsWaitedFor)
        {
            return;
        }

        await _session.BeginTransactionAsync(cancellationToken);
        await _seats.LockAsync(@event.ContentItemId);
        await MoveUpAsync(@event, _clock.UtcNow, cancellationToken);
        MailOutbox.DeliverSoon();
    }

    /// <summary>The registration that a personal link opens, or <see langword="null"/>.</summary>
    public async Task<Registration?> FindAsync(PersonalToken token, CancellationToken cancellationToken = default)
    {
        var hash = token.Hash;
        var found = await _session.Query<Registration, RegistrationLinkIndex>(link => link.TokenHash == hash).FirstOrDefaultAsync(cancellationToken);
        return found is not null && found.TokenHashes.Exists(token.Matches) ? found : null;
    }

    private Task<bool> TakeSeatsAsync(Registration registration, AvailabilityFacts facts)
    {
        var pool = facts.For(registration.Mode).Seats;
        return _seats.TryTakeSeatsAsync(registration.EventId, registration.Seats, registration.Invited, pool.Capacity, pool.HeldBack, registration.Mode);
    }

    private async Task<ChangeResult> ChangeAsync(PersonalToken token, RegistrationCommand command, CancellationToken cancellationToken)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        return await FindAsync(token, cancellationToken) is { } registration
            ? await ChangeAsync(registration.Id, command, new(RegistrationActor.Registrant), cancellationToken)
            : ChangeResult.NotFound;
    }

    /// <summary>Makes one lawful change, if it can be made: to a seat where one is to be had, else to the waiting list.</summary>
    private async Task<ChangeResult> TryMoveAsync(
        ContentItem? @event, Registration registration, RegistrationCommand command, ChangeReason reason, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var targets = RegistrationTransition.Targets(registration.Status, command, reason.By).ToList();
        if (targets.Count == 0 || (command == RegistrationCommand.Lapse && nowUtc < registration.LapsesUtc))
        {
            return ChangeResult.NotPossible;
        }

        var emailKey = EmailAddressKey.From(registration.Email);
        if (!registration.IsActive && !await _seats.TryClaimAsync(registration.EventId, emailKey))
        {
            return ChangeResult.AddressTaken;
        }

        var facts = @event is null ? null : await _availability.ReadAsync(@event, cancellationToken);
        var (from, held, line) = (registration.Status, registration.SeatsHeld, registration.Line);
        var target = await ChooseAsync(registration, targets, facts);
        if (target is not { } to)
        {
            if (!registration.IsActive)
            {
                await _seats.TryReleaseAsync(registration.EventId, emailKey);
            }

            return ChangeResult.NoSeat;
        }

        registration.Status = to;
        registration.OnceProved = null;
        registration.LapsesUtc = to == RegistrationStatus.Offered ? OfferedUntil(@event!, nowUtc) : null;
        registration.CancelledUtc = to == RegistrationStatus.Cancelled ? nowUtc : null;
        registration.History.Add(new() { AtUtc = nowUtc, By = reason.By, ByUser = reason.ByUser, Why = reason.Why, Command = command, From = from, To = to });
        if (held > 0 && registration.SeatsHeld == 0)
        {
            await _seats.FreeSeatsAsync(registration.EventId, held, registration.Invited, registration.Mode);
        }

        if (line > 0)
        {
            await _seats.LeaveLineAsync(registration.EventId, registration.Seats, registration.Mode);
        }

        (registration.Line, _) = to == RegistrationStatus.Waitlisted ? await _seats.JoinLineAsync(registration.EventId, registration.Seats, registration.Mode) : default;
        if (!registration.IsActive)
        {
            await _seats.TryReleaseAsync(registration.EventId, emailKey);
        }

        return ChangeResult.Done;
    }

    /// <summary>The first of the lawful targets that can be had; a seat that comes with it is taken.</summary>
    private async Task<RegistrationStatus?> ChooseAsync(Registration registration, List<RegistrationStatus> targets, AvailabilityFacts? facts)
    {
        if (registration.OnceProved is RegistrationStatus.Pending && targets.Contains(RegistrationStatus.Pending))
        {
            return RegistrationStatus.Pending;
        }

        foreach (var target in targets.Where(target => target != RegistrationStatus.Pending))
        {
            var needsSeat = target is RegistrationStatus.Confirmed or RegistrationStatus.Offered && registration.SeatsHeld == 0;
            var waitsAlready = registration.Line > 0;
            if (!needsSeat
                || (facts is not null
                    && (waitsAlready || facts.For(registration.Mode).Seats.FitsNewcomer(registration.Seats, registration.Invited))
                    && await TakeSeatsAsync(registration, facts)))
            {
                return target;
            }
        }

        return null;
    }

    /// <summary>Gives, or offers, free seats to those who wait; for the rule see <see cref="Waitlist"/>.</summary>
    private async Task MoveUpAsync(ContentItem @event, DateTime nowUtc, CancellationToken cancellationToken, Registration? except = null)
    {
        var part = @event.GetOrCreate<RegistrationPart>();
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        if (!facts.MayMoveUp || part.Promotion == WaitlistPromotion.ByHand || facts.Status == EventStatus.Cancelled || nowUtc >= facts.StartUtc)
        {
            return;
        }

        var command = part.Promotion == WaitlistPromotion.ByOffer ? RegistrationCommand.Offer : RegistrationCommand.Promote;
        var line = (await ListWaitingAsync(@event.ContentItemId, cancellationToken)).Where(waiting => waiting.Id != except?.Id).ToList();
        foreach (var registration in line.GroupBy(waiting => waiting.Mode).SelectMany(way => NextOf(way, facts.For(way.Key).Seats)).ToList())
        {
            if (await TryMoveAsync(@event, registration, command, new(RegistrationActor.Site), nowUtc, cancellationToken) == ChangeResult.Done)
            {
                await _session.SaveAsync(registration, checkConcurrency: true, cancellationToken: cancellationToken);
                await TellAsync(registration, token: null, nowUtc);
            }
        }
    }

    private static IEnumerable<Registration> NextOf(IEnumerable<Registration> line, SeatPool pool)
    {
        var byId = line.ToDictionary(waiting => waiting.Id);
        return Waitlist.Next(pool, byId.Values.Select(Party)).Select(party => byId[party.Id]);
    }

    /// <summary>Place on the waiting list for the person's way of taking part, 1 for the next; 0 for those who are not on it.</summary>
    public async Task<int> PlaceAsync(Registration registration, CancellationToken cancellationToken = default)
    {
        var (eventId, line, mode) = (registration.EventId, registration.Line, registration.Mode.ToString());
        return registration.Status != RegistrationStatus.Waitlisted ? 0 : await _session
            .Query<Registration, RegistrationIndex>(r => r.EventId == eventId && r.Status == nameof(RegistrationStatus.Waitlisted) && r.Mode == mode && r.Line <= line)
            .CountAsync(cancellationToken);
    }

    /// <summary>All who wait, the first in line first.</summary>
    public async Task<IReadOnlyList<Registration>> ListWaitingAsync(string eventId, CancellationToken cancellationToken = default) =>
    [
        .. await _session
            .Query<Registration, RegistrationIndex>(r => r.EventId == eventId && r.Status == nameof(RegistrationStatus.Waitlisted))
            .OrderBy(r => r.Line)
            .ListAsync(cancellationToken),
    ];

    internal static WaitingParty Party(Registration waiting) => new(waiting.Id, waiting.Seats, waiting.Invited);

    private static DateTime OfferedUntil(ContentItem @event, DateTime nowUtc)
    {
        var until = nowUtc + TimeSpan.FromHours(@event.GetOrCreate<RegistrationPart>().OfferHours);
        return @event.GetOrCreate<EventPart>().StartUtc is { } start && start < until ? start : until;
    }

    /// <summary>Tells the person where the registration stands now.</summary>
    /// <param name="token">The link of a new registration; otherwise each mail has one of its own.</param>
    private async Task TellAsync(Registration registration, PersonalToken? token, DateTime nowUtc)
    {
        var change = registration.History[^1];
        if (change is { Command: RegistrationCommand.Lapse, From: RegistrationStatus.AwaitingConfirmation })
        {
            return; // Nobody has proved that the address is theirs: it gets no second mail.
        }

        if (token is null)
        {
            token = PersonalToken.Create();
            registration.AddLink(token, nowUtc);
            await _session.SaveAsync(registration);
        }

        await TellAsync([new(registration, token, await PlaceAsync(registration), await _personalLinks.BaseUrlAsync())], nowUtc);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId}: registration {RegistrationId} went from {From} to {To} by the {Actor}.")]
    private partial void LogChanged(string eventId, long registrationId, RegistrationStatus from, RegistrationStatus to, RegistrationActor actor);
}
