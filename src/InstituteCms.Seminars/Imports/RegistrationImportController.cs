using InstituteCms.Events;
using InstituteCms.Questions;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Imports;

/// <summary>Registrations from a table: taken, understood, foreseen line by line, and then made.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationImportController : Controller
{
    private readonly ImportReader _reader;
    private readonly RegistrationImporter _importer;
    private readonly EventAccess _access;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public RegistrationImportController(
        ImportReader reader, RegistrationImporter importer, EventAccess access,
        INotifier notifier, IStringLocalizer<RegistrationImportController> localizer, IHtmlLocalizer<RegistrationImportController> htmlLocalizer)
    {
        _reader = reader;
        _importer = importer;
        _access = access;
        _notifier = notifier;
        S = localizer;
        H = htmlLocalizer;
    }

    /// <summary>Asks for the table.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Import", "SeminarsImport")]
    public async Task<IActionResult> Index(string eventId)
    {
        var (@event, refusal) = await _access.FindAnnouncedAsync(User, eventId);
        return @event is null ? refusal! : Show(nameof(Index), new(@event, ImportForm.Empty(), []));
    }

    /// <summary>Reads the table, and asks what its columns hold: what was chosen before, or else a guess.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Import", "SeminarsImportTable")]
    public async Task<IActionResult> Open(string eventId, [Bind(Prefix = "")] ImportForm form, IFormFile? file, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await _access.FindAnnouncedAsync(User, eventId);
        if (@event is null)
        {
            return refusal!;
        }

        await form.TakeAsync(file, ModelState, S, cancellationToken);
        if (ModelState.IsValid)
        {
            form.ReadTable(ModelState, file is null ? nameof(form.Table) : nameof(file), S);
        }

        if (!ModelState.IsValid)
        {
            return Show(nameof(Index), new(@event, form, []));
        }

        if (form.Columns.Count == 0)
        {
            form.Columns = [.. ImportColumns.Guess(form.Sheet.Heads, @event.GetOrCreate<QuestionsPart>().Asked(), @event.GetOrCreate<EventPart>().Modes().Count > 1)];
        }

        return Show("Columns", new(@event, form, []));
    }

    /// <summary>Says what would become of each line. Nothing is written.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Import/Preview", "SeminarsImportPreview")]
    public async Task<IActionResult> Preview(string eventId, [Bind(Prefix = "")] ImportForm form, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await _access.FindAnnouncedAsync(User, eventId);
        if (@event is null)
        {
            return refusal!;
        }

        return IsComplete(form) ? await ForeseeAsync(@event, form, cancellationToken) : Show("Columns", new(@event, form, []));
    }

    /// <summary>Registers the people. Whoever is registered already is left alone, so that a form that is sent twice registers nobody twice.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Import/Run", "SeminarsImportRun")]
    public async Task<IActionResult> Import(string eventId, [Bind(Prefix = "")] ImportForm form, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await _access.FindAnnouncedAsync(User, eventId);
        if (@event is null)
        {
            return refusal!;
        }

        if (!IsComplete(form))
        {
            return Show("Columns", new(@event, form, []));
        }

        if (!form.Consent)
        {
            ModelState.AddModelError(nameof(form.Consent), S["Without their wish nobody is registered."]);
            return await ForeseeAsync(@event, form, cancellationToken);
        }

        var lines = await _reader.ReadAsync(@event, form);
        var page = new ImportPage(@event, form, await _importer.ImportAsync(@event, form, lines, User.Identity?.Name ?? ""));
        HttpContext.TellAudit(page.Confirmed + page.Offered, page.Waitlisted, page.LeftOut.Count);
        if (page.LeftOut.Count > 0)
        {
            return Show("Done", page);
        }

        await _notifier.SuccessAsync(H.Plural(page.Accepted, "{0} registration was imported.", "{0} registrations were imported."));
        return RedirectToAction(nameof(RegistrationAdminController.Event), "RegistrationAdmin", new { eventId });
    }

    private bool IsComplete(ImportForm form)
    {
        form.ReadTable(ModelState, nameof(form.Columns), S);
        form.Check(ModelState, S);
        return ModelState.IsValid;
    }

    private async Task<IActionResult> ForeseeAsync(ContentItem @event, ImportForm form, CancellationToken cancellationToken)
    {
        var lines = await _reader.ReadAsync(@event, form);
        return Show(nameof(Preview), new(@event, form, await _importer.ForeseeAsync(@event, form, lines, cancellationToken)));
    }

    private ViewResult Show(string view, ImportPage page)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return View(view, page);
    }
}
