using InstituteCms.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Imports;

/// <summary>Registrations from a table: chosen, understood, tried out, and then made.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationImportController : Controller
{
    private readonly IContentManager _contentManager;
    private readonly ImportReader _reader;
    private readonly RegistrationImporter _importer;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public RegistrationImportController(
        IContentManager contentManager, ImportReader reader, RegistrationImporter importer, IAuthorizationService authorization,
        INotifier notifier, IStringLocalizer<RegistrationImportController> localizer, IHtmlLocalizer<RegistrationImportController> htmlLocalizer)
    {
        _contentManager = contentManager;
        _reader = reader;
        _importer = importer;
        _authorization = authorization;
        _notifier = notifier;
        S = localizer;
        H = htmlLocalizer;
    }

    /// <summary>Asks for the file.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Import", "SeminarsImport")]
    public async Task<IActionResult> Index(string eventId)
    {
        var (@event, refusal) = await FindAsync(eventId);
        return @event is null ? refusal! : View(@event);
    }

    /// <summary>Reads the file, and asks what its columns hold; a guess is made.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Import", "SeminarsImportFile")]
    public async Task<IActionResult> Open(string eventId, IFormFile? file, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        if (@event is null)
        {
            return refusal!;
        }

        var form = new ImportForm { Language = RegistrationForm.Empty().Culture };
        await form.TakeAsync(file, ModelState, S, cancellationToken);
        if (ModelState.IsValid)
        {
            form.ReadTable(ModelState, nameof(file), S);
        }

        if (!ModelState.IsValid)
        {
            return View(nameof(Index), @event);
        }

        var choices = ImportPage.ChoicesOf(@event);
        form.Columns = [.. form.Sheet.Heads.Select(head => ImportColumns.Guess(head)?.ToString() ?? choices.FirstOrDefault(choice => choice.Says(head))?.Value)];
        return Show(new(@event, form, []));
    }

    /// <summary>Tries it out, or does it.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Import/Run", "SeminarsImportRun")]
    public async Task<IActionResult> Run(string eventId, [Bind(Prefix = "")] ImportForm form, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        if (@event is null)
        {
            return refusal!;
        }

        form.ReadTable(ModelState, nameof(form.Columns), S);
        form.Check(ModelState, S);
        if (!ModelState.IsValid)
        {
            return Show(new(@event, form, []));
        }

        var lines = await _reader.ReadAsync(@event, form);
        return form.ForReal
            ? await DoneAsync(@event, form, await _importer.ImportAsync(@event, form, lines, User.Identity?.Name ?? "", cancellationToken))
            : Show(new(@event, form, await _importer.TryAsync(@event, form, lines, cancellationToken)));
    }

    /// <summary>Leads to the list when everybody is in it; otherwise the others stay in sight, with the reason.</summary>
    private async Task<IActionResult> DoneAsync(ContentItem @event, ImportForm form, IReadOnlyList<ImportLine> lines)
    {
        var page = new ImportPage(@event, form, [.. lines.Where(line => line.Outcome is not RegistrationOutcome.Accepted)]) { IsDone = true };
        var added = lines.Count - page.Lines.Count;
        if (added > 0)
        {
            await _notifier.SuccessAsync(H.Plural(added, "{0} registration was imported.", "{0} registrations were imported."));
        }

        form.ForReal = false;
        return page.Lines.Count > 0 ? Show(page) : RedirectToAction(nameof(RegistrationAdminController.Event), "RegistrationAdmin", new { eventId = @event.ContentItemId });
    }

    private ViewResult Show(ImportPage page)
    {
        Response.Headers.CacheControl = "no-store";
        return View("Columns", page);
    }

    private async Task<(ContentItem? Event, IActionResult? Refusal)> FindAsync(string eventId) =>
        await _contentManager.GetAsync(eventId) is not { } @event ? (null, NotFound())
        : await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, @event) ? (@event, null)
        : (null, Forbid());
}
