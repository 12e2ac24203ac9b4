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
    private readonly RegistrationCounts _counts;
    private readonly WaitlistReader _waitlist;
    private readonly KeptViewStore _views;
    private readonly EventAccess _access;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public RegistrationAdminController(
        ISession session,
        IContentManager contentManager,
        AvailabilityReader availability,
        RegistrationList registrations,
        RegistrationCounts counts,
        WaitlistReader waitlist,
        KeptViewStore views,
        EventAccess access,
        IAuthorizationService authorization,
        INotifier notifier,
        IHtmlLocalizer<RegistrationAdminController> localizer)
    {
        _session = session;
        _contentManager = contentManager;
        _availability = availability;
        _registrations = registrations;
        _counts = counts;
        _waitlist = waitlist;
        _views = views;
        _access = access;
        _authorization = authorization;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>The events that take registrations, the last to start first; only the last <see cref="NewestEvents"/> events are looked at.</summary>
    [Admin("Seminars/Registrations", "SeminarsRegistrations")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        if (!await _authorization.AuthorizeAsync(User, RegistrationPermissions.ViewRegistrations))
        {
            return Forbid();
        }

        var items = await _session
            .Query<ContentItem, EventPartIndex>(item => item.Latest)
            .OrderByDescending(item => item.StartUtc)
            .NoDuplicates()
            .Take(NewestEvents)
            .ListAsync(cancellationToken);
        var events = items.Where(item => item.TryGet<RegistrationPart>(out var part) && part.Enabled).ToArray();
        var facts = await _availability.ReadAsync(events, cancellationToken);
        return View(events.Select(item => new EventRegistrationsRow(item, facts[item.ContentItemId])).OrderByDescending(row => row.Facts.StartUtc).ToArray());
    }

    /// <summary>Who has registered for one event.</summary>
    [Admin("Seminars/Registrations/{eventId}", "SeminarsEventRegistrations")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Event(string eventId, RegistrationFilter filter, int pageNumber, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ViewRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        if (filter.Columns.Count == EventRegistrationsPage.Usual.Count && EventRegistrationsPage.Usual.All(column => filter.Columns.Contains(column.ToString())))
        {
            filter.Columns = []; // The form sends the usual ones, too.
        }

        var announced = await _contentManager.GetAsync(eventId) ?? @event; // A draft's seats do not hold yet.
        var facts = await _availability.ReadAsync(announced, cancellationToken);
        var counts = await _counts.ByStatusAsync(eventId, cancellationToken);
        var found = await _registrations.ReadAsync(@event, filter, pageNumber, PageSize);
        return View(new EventRegistrationsPage(
            @event,
            facts,
            counts,
            await _waitlist.WhyNobodyMovesUpAsync(announced, facts, counts.GetValueOrDefault(RegistrationStatus.Offered), cancellationToken),
            filter,
            found,
            await _counts.PlacesAsync(eventId, found.Entries, cancellationToken),
            await _views.ReadAsync(eventId, UserName),
            new(
                @event,
                filter,
                MayManage: await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, @event),
                MayExport: await _authorization.AuthorizeAsync(User, RegistrationPermissions.ExportRegistrations, @event))));
    }

    /// <summary>Keeps the present look at the list under a name, for whoever looks.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Views", "SeminarsKeepView")]
    public async Task<IActionResult> KeepView(string eventId, string? name, string? query)
    {
        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ViewRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        query = query is ['?', ..] and { Length: <= KeptViews.MaxQueryLength } ? query : "";
        name = name?.Trim();
        if (name is not { Length: > 0 and <= KeptViews.MaxNameLength })
        {
            await _notifier.ErrorAsync(H["Give the view a name of at most {0} characters.", KeptViews.MaxNameLength]);
        }
        else if (!await _views.KeepAsync(eventId, UserName, new(name, query)))
        {
            await _notifier.ErrorAsync(H["You keep {0} views of this event already. Remove one first.", KeptViews.Most]);
        }
        else
        {
            await _notifier.SuccessAsync(H["The view “{0}” is kept for you.", name]);
        }

        return Redirect(Url.Action(nameof(Event), new { eventId }) + query);
    }

    /// <summary>Forgets one.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Views/Remove", "SeminarsRemoveView")]
    public async Task<IActionResult> RemoveView(string eventId, string? name)
    {
        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ViewRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        await _views.RemoveAsync(eventId, UserName, name ?? "");
        return RedirectToAction(nameof(Event), new { eventId });
    }

    private string UserName => User.Identity?.Name ?? "";
}

/// <summary>One event in the list of those that take registrations.</summary>
public sealed record EventRegistrationsRow(ContentItem Event, AvailabilityFacts Facts);

/// <summary>What an organiser may do with an event's registrations, beside looking: the model of <c>_EventTools</c>.</summary>
/// <param name="Filter">What the list shows.</param>
public sealed record EventTools(ContentItem Event, RegistrationFilter Filter, bool MayManage, bool MayExport);

/// <summary>One page of an event's registrations.</summary>
/// <param name="Facts">The event as it is announced.</param>
/// <param name="Counts">How many stand where.</param>
/// <param name="Halt">Why nobody moves up from the waiting list.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Found">What was found.</param>
/// <param name="Places">Places on the waiting list by document id, of those found who wait.</param>
/// <param name="Views">What the user has kept.</param>
/// <param name="Tools">What the user may do.</param>
public sealed record EventRegistrationsPage(
    ContentItem Event,
    AvailabilityFacts Facts,
    IReadOnlyDictionary<RegistrationStatus, int> Counts,
    WaitlistHalt? Halt,
    RegistrationFilter Filter,
    Page<Registration> Found,
    IReadOnlyDictionary<long, int> Places,
    IReadOnlyList<KeptView> Views,
    EventTools Tools)
{
    public EventPart Part => Event.GetOrCreate<EventPart>();

    /// <summary>Columns that are shown where none were chosen.</summary>
    public static IReadOnlyList<RegistrationColumn> Usual { get; } =
        [RegistrationColumn.Email, RegistrationColumn.Affiliation, RegistrationColumn.Status, RegistrationColumn.Registered];

    public int Count(RegistrationStatus status) => Counts.GetValueOrDefault(status);

    public bool Shows(RegistrationColumn column) => Filter.Columns.Count == 0 ? Usual.Contains(column) : Filter.Columns.Contains(column.ToString());

    public bool Shows(string questionId) => Filter.Columns.Contains(RegistrationFilter.AnswerPrefix + questionId);
}
