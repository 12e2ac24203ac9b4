using InstituteCms.Registrations;
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
    private readonly RetentionCalendar _calendar;
    private readonly ErasurePlan _plan;
    private readonly EventAccess _access;

    public ErasureController(RetentionCalendar calendar, ErasurePlan plan, EventAccess access)
    {
        _calendar = calendar;
        _plan = plan;
        _access = access;
    }

    [Admin("Seminars/Registrations/{eventId}/Erasure", "SeminarsErasure")]
    public async Task<IActionResult> Index(string eventId, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ManageRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        return View(new ErasurePage(@event, await _calendar.ReadAsync(@event), await _plan.ReadAsync(eventId, cancellationToken)));
    }
}
