using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Registrations;

/// <summary>Finds the event that a page of the organisers is about, for whoever may see that page.</summary>
public sealed class EventAccess
{
    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;

    public EventAccess(IContentManager contents, IAuthorizationService authorization) => (_contents, _authorization) = (contents, authorization);

    /// <summary>The event as it was written last, announced or not; or else the answer: there is none, or <paramref name="user"/> lacks the permission on it.</summary>
    public async Task<(ContentItem? Event, IActionResult? Refusal)> FindAsync(ClaimsPrincipal user, string eventId, Permission permission) =>
        await _contents.GetAsync(eventId, VersionOptions.Latest) is not { ContentType: SeminarTypes.Event } @event ? (null, new NotFoundResult())
        : await _authorization.AuthorizeAsync(user, permission, @event) ? (@event, null)
        : (null, new ForbidResult());
}
