using System.Diagnostics;
using System.Security.Claims;
using InstituteCms.Mails;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Circulars;

/// <summary>Where organisers write to many registrants at once, and see what was written.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class CircularAdminController : Controller
{
    private const int PageSize = 50;

    private readonly IContentManager _contentManager;
    private readonly CircularDesk _desk;
    private readonly CircularReaderList _readers;
    private readonly CircularCheck _check;
    private readonly CircularLog _log;
    private readonly EventAccess _access;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public CircularAdminController(
        IContentManager contentManager,
        CircularDesk desk,
        CircularReaderList readers,
        CircularCheck check,
        CircularLog log,
        EventAccess access,
        INotifier notifier,
        IHtmlLocalizer<CircularAdminController> localizer)
    {
        _contentManager = contentManager;
        _desk = desk;
        _readers = readers;
        _check = check;
        _log = log;
        _access = access;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>What was written before.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Circulars", "SeminarsCirculars")]
    public async Task<IActionResult> Index(string eventId, int pageNumber)
    {
        var (@event, refusal) = await FindAsync(eventId);
        return @event is null ? refusal! : View(new CircularLogPage(@event, await _log.ReadAsync(eventId, Math.Max(1, pageNumber), PageSize)));
    }

    /// <summary>One of them, word for word.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Circulars/{id:long}", "SeminarsCircular")]
    public async Task<IActionResult> Show(string eventId, long id)
    {
        var (@event, refusal) = await FindAsync(eventId);
        return @event is null ? refusal! : await _log.FindAsync(eventId, id) is { } row ? View(new ShownCircular(@event, row)) : NotFound();
    }

    /// <summary>An empty sheet.</summary>
    /// <param name="eventId">Content item id of the event.</param>
    /// <param name="id">Those who were ticked; nobody for all that <paramref name="filter"/> finds.</param>
    /// <param name="all">Whether everybody is meant whom the filter finds, whoever was ticked.</param>
    /// <param name="filter">What the list showed.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Circulars/Write", "SeminarsCircularWrite")]
    public async Task<IActionResult> Write(string eventId, long[] id, bool all, [FromQuery] RegistrationFilter filter, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        if (@event is null)
        {
            return refusal!;
        }

        ModelState.Clear();
        var form = new CircularForm
        {
            Key = Guid.NewGuid(),
            Ids = all ? null : string.Join(',', id),
            TestTo = User.FindFirstValue(ClaimTypes.Email) ?? @event.GetOrCreate<RegistrationPart>().ContactEmail,
        };
        form.States = form.Chosen.Count > 0
            ? [.. (await _readers.FindAsync(@event, filter, form, cancellationToken)).Found.Keys]
            : [filter.Status ?? RegistrationStatus.Confirmed];
        return await ShowSheetAsync(@event, filter, form, isChecked: false, cancellationToken);
    }

    /// <summary>Shows it as a reader gets it, sends it to whoever wrote it, or sends it.</summary>
    [HttpPost]
    [ActionName(nameof(Write))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Circulars/Write", "SeminarsCircularSend")]
    public async Task<IActionResult> WritePost(string eventId, [FromQuery] RegistrationFilter filter, CircularForm form, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        if (@event is null)
        {
            return refusal!;
        }

        await _check.AddProblemsAsync(form, ModelState);
        if (!ModelState.IsValid || form.Step == CircularStep.Preview)
        {
            return await ShowSheetAsync(@event, filter, form, isChecked: true, cancellationToken);
        }

        if (form.Step == CircularStep.ToMyself)
        {
            return await TryOutAsync(@event, filter, form, cancellationToken);
        }

        switch (await _desk.SendAsync(@event, filter, form, UserName, cancellationToken))
        {
            case CircularOutcome.Sent(var circular):
                HttpContext.TellAudit(circular.Written);
                await _notifier.SuccessAsync(H.Plural(circular.Written, "{0} person is written to.", "{0} people are written to."));
                return RedirectToAction(nameof(Show), new { eventId, id = circular.Id });
            case CircularOutcome.SentBefore(var id):
                await _notifier.InformationAsync(H["This mail was sent before; nobody gets it twice. To write another one, begin with an empty sheet."]);
                return RedirectToAction(nameof(Show), new { eventId, id });
            case CircularOutcome.Nobody:
                await _notifier.WarningAsync(H["Nobody is left who would get this mail. Nothing was sent."]);
                break;
            case CircularOutcome.Disturbed:
                await _notifier.WarningAsync(H["A registration was changed at the same moment. Nothing was sent; please send it again."]);
                break;
            default:
                throw new UnreachableException();
        }

        return await ShowSheetAsync(@event, filter, form, isChecked: true, cancellationToken);
    }

    private async Task<IActionResult> TryOutAsync(ContentItem @event, RegistrationFilter filter, CircularForm form, CancellationToken cancellationToken)
    {
        var found = await _readers.FindAsync(@event, filter, form, cancellationToken);
        if (Reader(found, form) is { } reader)
        {
            var to = form.TestTo!.Trim(); // Checked.
            await _desk.TryOutAsync(@event, reader, form, to, UserName);
            await _notifier.SuccessAsync(H["One mail is on its way to {0}, written as if to you. Its links are made up.", to]);
        }

        return await ShowSheetAsync(@event, filter, form, isChecked: true, cancellationToken);
    }

    private async Task<IActionResult> ShowSheetAsync(ContentItem @event, RegistrationFilter filter, CircularForm form, bool isChecked, CancellationToken cancellationToken)
    {
        var found = await _readers.FindAsync(@event, filter, form, cancellationToken);
        var reader = isChecked && ModelState.IsValid ? Reader(found, form) : null;
        Response.Headers.CacheControl = "no-cache, no-store";
        return View(nameof(Write), new CircularPage(
            @event, filter, form, found, reader, reader is null ? null : await _desk.ShowAsync(@event, reader, form)));
    }

    private string UserName => User.Identity?.Name ?? "";

    private static Registration? Reader(CircularReaders found, CircularForm form) =>
        found.Readers.FirstOrDefault(reader => reader.Id == form.ShownTo) ?? (found.Readers.Count > 0 ? found.Readers[0] : null);

    private async Task<(ContentItem? Event, IActionResult? Refusal)> FindAsync(string eventId)
    {
        var (latest, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ManageRegistrations);
        return latest is null ? (null, refusal) : (await _contentManager.GetAsync(eventId) ?? latest, null); // People read what is announced, not what somebody is about to change.
    }
}

/// <summary>What was written to an event's registrants.</summary>
public sealed record CircularLogPage(ContentItem Event, Page<CircularRow> Circulars);

/// <summary>One of it.</summary>
public sealed record ShownCircular(ContentItem Event, CircularRow Row);

/// <summary>The sheet on which a circular is written.</summary>
/// <param name="Filter">What the list showed.</param>
/// <param name="Found">Who gets it.</param>
/// <param name="Reader">Whose mail is shown, once the form has no mistake.</param>
/// <param name="Shown">That mail.</param>
public sealed record CircularPage(ContentItem Event, RegistrationFilter Filter, CircularForm Form, CircularReaders Found, Registration? Reader, OutboxMessage? Shown);
