using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>One command for many registrations, seen before it is done.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationBulkController : Controller
{
    private readonly IContentManager _contentManager;
    private readonly RegistrationList _list;
    private readonly RegistrationBulk _bulk;
    private readonly EventAccess _access;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public RegistrationBulkController(
        IContentManager contentManager,
        RegistrationList list,
        RegistrationBulk bulk,
        EventAccess access,
        INotifier notifier,
        IHtmlLocalizer<RegistrationBulkController> localizer)
    {
        _contentManager = contentManager;
        _list = list;
        _bulk = bulk;
        _access = access;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>What would become of each person, and who cannot be changed and why. Nothing is done yet.</summary>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="command">What to do.</param>
    /// <param name="id">Those who were ticked.</param>
    /// <param name="all">Whether everybody is meant whom <paramref name="filter"/> finds.</param>
    /// <param name="filter">What the list showed.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Bulk", "SeminarsBulk")]
    public async Task<IActionResult> Index(
        string eventId, RegistrationCommand? command, long[] id, bool all, RegistrationFilter filter, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ManageRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        var found = all ? await _list.ReadFirstAsync(@event, filter, RegistrationBulk.Most + 1) : await _bulk.ReadAsync(eventId, id);
        var chosen = found.Where(registration => registration.ErasedUtc is null).ToList();
        if (command is not { } wanted || !RegistrationBulk.Commands.Contains(wanted) || chosen.Count is 0 or > RegistrationBulk.Most)
        {
            await _notifier.WarningAsync(chosen.Count > RegistrationBulk.Most
                ? H["At most {0} registrations are changed at once: narrow the list down.", RegistrationBulk.Most]
                : H["Tick the people first, and choose what to do with them."]);
            return Redirect(Url.Action("Event", "RegistrationAdmin", new { eventId }) + filter.ToQuery());
        }

        var announced = await _contentManager.GetAsync(eventId) ?? @event;
        Response.Headers.CacheControl = "no-cache, no-store";
        return View(new BulkPage(
            @event,
            wanted,
            chosen.ToDictionary(registration => registration.Id),
            await _bulk.ForecastAsync(announced, chosen, wanted, cancellationToken),
            Url.Action("Event", "RegistrationAdmin", new { eventId }) + filter.ToQuery()));
    }

    /// <summary>Does it.</summary>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="command">What to do.</param>
    /// <param name="ids">Document ids with commas between them.</param>
    /// <param name="why">Kept in the history of each.</param>
    /// <param name="cancellationToken">Stops between two of them.</param>
    [HttpPost]
    [ActionName(nameof(Index))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Bulk", "SeminarsBulkRun")]
    public async Task<IActionResult> Run(string eventId, RegistrationCommand command, string? ids, string? why, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ManageRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        if (!RegistrationBulk.Commands.Contains(command))
        {
            return BadRequest();
        }

        var chosen = await _bulk.ReadAsync(eventId, (ids ?? "").Split(',').Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0));
        var reason = new ChangeReason(RegistrationActor.Organizer, User.Identity?.Name ?? "", ChangeReason.Words(why));
        await SayAsync(await RegistrationBulk.RunAsync(chosen, command, reason, cancellationToken));
        return RedirectToAction("Event", "RegistrationAdmin", new { eventId });
    }

    private async Task SayAsync(IReadOnlyDictionary<ChangeResult, int> results)
    {
        var done = results.GetValueOrDefault(ChangeResult.Done);
        var full = results.GetValueOrDefault(ChangeResult.NoSeat);
        var other = results.Values.Sum() - done - full;
        if (done > 0)
        {
            await _notifier.SuccessAsync(H.Plural(done, "{0} registration is changed, and the person is told by mail.", "{0} registrations are changed, and the people are told by mail."));
        }

        if (full > 0)
        {
            await _notifier.WarningAsync(H.Plural(full, "For {0} registration no seat was free.", "For {0} registrations no seat was free."));
        }

        if (other > 0)
        {
            await _notifier.WarningAsync(H.Plural(other, "{0} registration has changed meanwhile and was left alone.", "{0} registrations have changed meanwhile and were left alone."));
        }

        if (results.Count == 0)
        {
            await _notifier.WarningAsync(H["Nobody was left to change."]);
        }
    }
}

/// <summary>What a command would do to each of those chosen.</summary>
/// <param name="Chosen">By document id.</param>
/// <param name="Back">The list as it was.</param>
public sealed record BulkPage(ContentItem Event, RegistrationCommand Command, IReadOnlyDictionary<long, Registration> Chosen, Forecast Forecast, string Back)
{
    /// <summary>Those who can be changed.</summary>
    public IReadOnlyList<ForecastChange> Possible { get; } = [.. Forecast.Changes.Where(change => change.Hindrance == ChangeHindrance.None)];
}
