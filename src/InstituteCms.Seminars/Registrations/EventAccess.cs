using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Registrations;

/// <summary>Finds the event that a page of the organisers is about, for whoever may see that page.</summary>
public sealed class EventAccess
{
    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public EventAccess(IContentManager contents, IAuthorizationService authorization, INotifier notifier, IHtmlLocalizer<EventAccess> localizer)
    {
        _contents = contents;
        _authorization = authorization;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>The event as it was written last, announced or not; or else the answer: there is none, or <paramref name="user"/> lacks the permission on it.</summary>
    public async Task<(ContentItem? Event, IActionResult? Refusal)> FindAsync(ClaimsPrincipal user, string eventId, Permission permission) =>
        await _contents.GetAsync(eventId, VersionOptions.Latest) is not { ContentType: SeminarTypes.Event } @event ? (null, new NotFoundResult())
        : await _authorization.AuthorizeAsync(user, permission, @event) ? (@event, null)
        : (null, new ForbidResult());

    /// <summary>The event as it is announced, for who may register others; or else the answer, which for a draft is its list of registrations, with a word of why.</summary>
    public async Task<(ContentItem? Event, IActionResult? Refusal)> FindAnnouncedAsync(ClaimsPrincipal user, string eventId)
    {
        var (latest, refusal) = await FindAsync(user, eventId, RegistrationPermissions.ManageRegistrations);
        if (latest is null)
        {
            return (null, refusal);
        }

        if (await _contents.GetAsync(eventId) is { } announced)
        {
            return (announced, null);
        }

        await _notifier.WarningAsync(H["Publish the event first: nobody can be registered for a draft."]);
        return (null, new RedirectToActionResult(nameof(RegistrationAdminController.Event), "RegistrationAdmin", new { eventId }));
    }
}
