using InstituteCms.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>One registration as its organisers see and change it.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationDeskController : Controller
{
    private const int NewestEvents = 100;

    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly RegistrationDesk _desk;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IClock _clock;
    private readonly IHtmlLocalizer H;

    public RegistrationDeskController(
        ISession session,
        IContentManager contentManager,
        RegistrationDesk desk,
        IAuthorizationService authorization,
        INotifier notifier,
        IClock clock,
        IHtmlLocalizer<RegistrationDeskController> localizer)
    {
        _session = session;
        _contentManager = contentManager;
        _desk = desk;
        _authorization = authorization;
        _notifier = notifier;
        _clock = clock;
        H = localizer;
    }

    /// <summary>Everything known of one registration, and what can be done to it.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/{id:long}", "SeminarsRegistration")]
    public async Task<IActionResult> Index(string eventId, long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(eventId, id) is not { } found)
        {
            return NotFound();
        }

        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ViewRegistrations, found.Event))
        {
            return Forbid();
        }

        var mayManage = await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, found.Event);
        Response.Headers.CacheControl = "no-cache, no-store";
        return View(new RegistrationDeskPage(
            found.Event,
            found.Registration,
            await _desk.PlaceAsync(found.Registration, cancellationToken),
            mayManage ? [.. RegistrationTransition.Commands(found.Registration.Status, RegistrationActor.Organizer)] : [],
            mayManage && RegistrationDesk.MayMove(found.Registration) ? await ListOthersAsync(eventId, cancellationToken) : [],
            mayManage));
    }

    /// <summary>Does one of them.</summary>
    [HttpPost]
    [Admin("Seminars/Registrations/{eventId}/{id:long}", "SeminarsRegistrationChange")]
    public async Task<IActionResult> Change(string eventId, long id, RegistrationCommand command, string? why, CancellationToken cancellationToken)
    {
        if (await FindAsync(eventId, id) is not { } found)
        {
            return NotFound();
        }

        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, found.Event))
        {
            return Forbid();
        }

        var reason = new ChangeReason(RegistrationActor.Organizer, UserName, ChangeReason.Words(why));
        switch (await _desk.ChangeAsync(id, command, reason, cancellationToken))
        {
            case ChangeResult.Done:
                await _notifier.SuccessAsync(H["It is done, and {0} is told by mail.", found.Registration.Name]);
                break;
            case ChangeResult.NoSeat:
                await _notifier.WarningAsync(H["No seat is free for {0}.", found.Registration.Name]);
                break;
            case ChangeResult.AddressTaken:
                await _notifier.WarningAsync(H["{0} has registered again meanwhile: look for the other registration.", found.Registration.Name]);
                break;
            default:
                await _notifier.WarningAsync(H["The registration has changed meanwhile; nothing was done."]);
                break;
        }

        return RedirectToAction(nameof(Index), new { eventId, id });
    }

    /// <summary>Notes something for the organisers.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/{id:long}/Notes", "SeminarsAddNote")]
    public async Task<IActionResult> AddNote(string eventId, long id, string? note, CancellationToken cancellationToken)
    {
        if (await FindAsync(eventId, id) is not { } found)
        {
            return NotFound();
        }

        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, found.Event))
        {
            return Forbid();
        }

        var text = note?.Trim() ?? "";
        if (text.Length is 0 or > RegistrationNote.MaxLength)
        {
            await _notifier.WarningAsync(H["Write a note of at most {0} characters.", RegistrationNote.MaxLength]);
        }
        else if (await _desk.AddNoteAsync(id, UserName, text, cancellationToken) == ChangeResult.Done)
        {
            await _notifier.SuccessAsync(H["The note is kept."]);
        }

        return RedirectToAction(nameof(Index), new { eventId, id });
    }

    /// <summary>Removes a note.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/{id:long}/Notes/Remove", "SeminarsRemoveNote")]
    public async Task<IActionResult> RemoveNote(string eventId, long id, long ticks, CancellationToken cancellationToken)
    {
        if (await FindAsync(eventId, id) is not { } found)
        {
            return NotFound();
        }

        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, found.Event))
        {
            return Forbid();
        }

        await _desk.RemoveNoteAsync(id, ticks, cancellationToken);
        return RedirectToAction(nameof(Index), new { eventId, id });
    }

    /// <summary>Moves the person to another event.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/{id:long}/Move", "SeminarsMoveRegistration")]
    public async Task<IActionResult> Move(string eventId, long id, string? to, bool mayWait, string? why, CancellationToken cancellationToken)
    {
        if (await FindAsync(eventId, id) is not { } found)
        {
            return NotFound();
        }

        if (string.IsNullOrEmpty(to) || await _contentManager.GetAsync(to) is not { } target)
        {
            await _notifier.WarningAsync(H["Choose the event to which the person goes."]);
            return RedirectToAction(nameof(Index), new { eventId, id });
        }

        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, found.Event)
            || !await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, target))
        {
            return Forbid();
        }

        var reason = new ChangeReason(RegistrationActor.Organizer, UserName, ChangeReason.Words(why));
        var receipt = await _desk.MoveAsync(id, to, mayWait, reason, cancellationToken);
        if (receipt.Moved is { } moved)
        {
            await _notifier.SuccessAsync(H["{0} is now registered for “{1}” and told by mail.", moved.Name, target.DisplayText]);
            return RedirectToAction(nameof(Index), new { eventId = to, id = moved.Id });
        }

        await _notifier.WarningAsync(receipt.Result switch
        {
            ChangeResult.NoSeat => H["There are not enough seats free at “{0}”; nothing was done.", target.DisplayText],
            ChangeResult.AddressTaken => H["{0} is registered for “{1}” already; nothing was done.", found.Registration.Name, target.DisplayText],
            _ => H["The registration cannot go to “{0}”; nothing was done.", target.DisplayText],
        });
        return RedirectToAction(nameof(Index), new { eventId, id });
    }

    /// <summary>Lets somebody take part at the venue, or online.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/{id:long}/Mode", "SeminarsRegistrationMode")]
    public async Task<IActionResult> ChangeMode(string eventId, long id, AttendanceMode mode, CancellationToken cancellationToken)
    {
        if (await FindAsync(eventId, id) is not { } found)
        {
            return NotFound();
        }

        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, found.Event))
        {
            return Forbid();
        }

        var result = await _desk.ChangeModeAsync(id, mode, new(RegistrationActor.Organizer, UserName), cancellationToken);
        await (result switch
        {
            ChangeResult.Done => _notifier.SuccessAsync(H["It is done, and {0} is told by mail.", found.Registration.Name]),
            ChangeResult.NoSeat => _notifier.WarningAsync(H["No seat is free for {0}.", found.Registration.Name]),
            _ => _notifier.WarningAsync(H["The registration has changed meanwhile; nothing was done."]),
        });
        return RedirectToAction(nameof(Index), new { eventId, id });
    }

    private string UserName => User.Identity?.Name ?? "";

    /// <summary>Other events that take registrations and are not over, the next first.</summary>
    private async Task<IReadOnlyList<ContentItem>> ListOthersAsync(string eventId, CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var items = await _session
            .Query<ContentItem, ContentItemIndex>(item => item.ContentType == SeminarTypes.Event && item.Published && item.ContentItemId != eventId)
            .OrderByDescending(item => item.CreatedUtc)
            .Take(NewestEvents)
            .ListAsync(cancellationToken);
        return
        [
            .. items
                .Where(item => item.TryGet<RegistrationPart>(out var part) && part.Enabled)
                .Where(item => item.GetOrCreate<EventPart>() is { Status: not EventStatus.Cancelled } part && !(part.EndUtc <= nowUtc))
                .OrderBy(item => item.GetOrCreate<EventPart>().StartUtc),
        ];
    }

    private async Task<(ContentItem Event, Registration Registration)?> FindAsync(string eventId, long id) =>
        await _contentManager.GetAsync(eventId, VersionOptions.Latest) is { } @event
        && await _session.GetAsync<Registration>(id) is { } registration
        && registration.EventId == eventId
            ? (@event, registration)
            : null;
}

/// <summary>One registration on its organisers' page.</summary>
/// <param name="Place">On the waiting list, 1 for the next; 0 for those who are not on it.</param>
/// <param name="Commands">What whoever looks may do.</param>
/// <param name="Others">Events to which whoever looks may move the person.</param>
/// <param name="MayManage">Whether whoever looks may change something.</param>
public sealed record RegistrationDeskPage(
    ContentItem Event, Registration Registration, int Place, IReadOnlyList<RegistrationCommand> Commands, IReadOnlyList<ContentItem> Others, bool MayManage)
{
    public EventPart Part => Event.GetOrCreate<EventPart>();

    /// <summary>The other way of taking part, where there is one.</summary>
    public AttendanceMode? OtherMode => Registration is { IsActive: true, ErasedUtc: null } && Part.Modes().Where(mode => mode != Registration.Mode).ToArray() is [var other] ? other : null;
}
