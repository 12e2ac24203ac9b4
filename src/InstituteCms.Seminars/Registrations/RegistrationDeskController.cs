using InstituteCms.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>One registration as its organisers see and change it.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationDeskController : Controller
{
    private const int MaxWords = 1_000;

    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly RegistrationDesk _desk;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public RegistrationDeskController(
        ISession session,
        IContentManager contentManager,
        RegistrationDesk desk,
        IAuthorizationService authorization,
        INotifier notifier,
        IHtmlLocalizer<RegistrationDeskController> localizer)
    {
        _session = session;
        _contentManager = contentManager;
        _desk = desk;
        _authorization = authorization;
        _notifier = notifier;
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

        Response.Headers.CacheControl = "no-store";
        return View(new RegistrationDeskPage(
            found.Event,
            found.Registration,
            await _desk.PlaceAsync(found.Registration, cancellationToken),
            await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, found.Event)
                ? [.. RegistrationTransition.Commands(found.Registration.Status, RegistrationActor.Organizer)]
                : []));
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

        var words = why?.Trim() ?? "";
        var reason = new ChangeReason(RegistrationActor.Organizer, User.Identity?.Name ?? "", words.Length <= MaxWords ? words : words[..MaxWords]);
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
public sealed record RegistrationDeskPage(ContentItem Event, Registration Registration, int Place, IReadOnlyList<RegistrationCommand> Commands)
{
    public EventPart Part => Event.GetOrCreate<EventPart>();
}
