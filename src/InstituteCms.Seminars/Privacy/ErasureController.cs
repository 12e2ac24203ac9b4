using InstituteCms.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Privacy;

/// <summary>What will be erased of an event.</summary>
public sealed record ErasurePage(ContentItem Event, RetentionState State, IReadOnlyList<ErasurePlace> Places);

/// <summary>Shows it before it happens.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class ErasureController : Controller
{
    private readonly IContentManager _contentManager;
    private readonly RetentionCalendar _calendar;
    private readonly ErasurePlan _plan;
    private readonly IAuthorizationService _authorization;

    public ErasureController(IContentManager contentManager, RetentionCalendar calendar, ErasurePlan plan, IAuthorizationService authorization)
    {
        _contentManager = contentManager;
        _calendar = calendar;
        _plan = plan;
        _authorization = authorization;
    }

    [Admin("Seminars/Registrations/{eventId}/Erasure", "SeminarsErasure")]
    public async Task<IActionResult> Index(string eventId, CancellationToken cancellationToken)
    {
        if (await _contentManager.GetAsync(eventId, VersionOptions.Latest) is not { } @event)
        {
            return NotFound();
        }

        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, @event))
        {
            return Forbid();
        }

        return View(new ErasurePage(@event, await _calendar.ReadAsync(@event), await _plan.ReadAsync(eventId, cancellationToken)));
    }
}
