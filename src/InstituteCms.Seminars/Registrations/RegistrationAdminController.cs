using InstituteCms.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>Registrations as their organisers see them.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationAdminController : Controller
{
    private const int PageSize = 50;
    private const int NewestEvents = 100;

    private readonly ISession _session;
    private readonly IContentManager _contentManager;
    private readonly AvailabilityReader _availability;
    private readonly RegistrationList _registrations;
    private readonly RegistrationDesk _desk;
    private readonly IAuthorizationService _authorization;

    public RegistrationAdminController(
        ISession session,
        IContentManager contentManager,
        AvailabilityReader availability,
        RegistrationList registrations,
        RegistrationDesk desk,
        IAuthorizationService authorization)
    {
        _session = session;
        _contentManager = contentManager;
        _availability = availability;
        _registrations = registrations;
        _desk = desk;
        _authorization = authorization;
    }

    /// <summary>The newest events that take registrations.</summary>
    [Admin("Seminars/Registrations", "SeminarsRegistrations")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ViewRegistrations))
        {
            return Forbid();
        }

        var items = await _session
            .Query<ContentItem, ContentItemIndex>(item => item.ContentType == SeminarTypes.Event && item.Latest)
            .OrderByDescending(item => item.CreatedUtc)
            .Take(NewestEvents)
            .ListAsync(cancellationToken);
        var events = items.Where(item => item.TryGet<RegistrationPart>(out var part) && part.Enabled).ToArray();
        var facts = await _availability.ReadAsync(events, cancellationToken);
        return View(events.Select(item => new EventRegistrationsRow(item, facts[item.ContentItemId])).OrderByDescending(row => row.Facts.StartUtc).ToArray());
    }

    /// <summary>Who has registered for one event.</summary>
    [Admin("Seminars/Registrations/{eventId}", "SeminarsEventRegistrations")]
    public async Task<IActionResult> Event(string eventId, string? search, int pageNumber, CancellationToken cancellationToken)
    {
        if (await _contentManager.GetAsync(eventId, VersionOptions.Latest) is not { } @event)
        {
            return NotFound();
        }

        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ViewRegistrations, @event))
        {
            return Forbid();
        }

        pageNumber = Math.Max(1, pageNumber);
        var (registrations, total) = await _registrations.ReadAsync(eventId, new(search), pageNumber, PageSize);
        return View(new EventRegistrationsPage(
            @event,
            await _availability.ReadAsync(@event, cancellationToken),
            registrations,
            search,
            pageNumber,
            Pages: Math.Max(1, (total + PageSize - 1) / PageSize),
            total,
            await _desk.WhyNobodyMovesUpAsync(@event, cancellationToken),
            (await _desk.ListWaitingAsync(eventId, cancellationToken)).Count,
            MayExport: await _authorization.AuthorizeAsync(User, RegistrationPermissions.ExportRegistrations, @event)));
    }
}

/// <summary>One event in the list of those that take registrations.</summary>
public sealed record EventRegistrationsRow(ContentItem Event, AvailabilityFacts Facts);

/// <summary>One page of an event's registrations.</summary>
public sealed record EventRegistrationsPage(
    ContentItem Event,
    AvailabilityFacts Facts,
    IReadOnlyList<Registration> Registrations,
    string? Search,
    int Page,
    int Pages,
    int Total,
    WaitlistStandstill? Standstill,
    int Waiting,
    bool MayExport);
