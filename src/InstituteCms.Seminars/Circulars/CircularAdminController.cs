using InstituteCms.Mails;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Email;
using OrchardCore.Modules;

namespace InstituteCms.Circulars;

/// <summary>Where organisers write to those whom the list shows, and see what was written to whom.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class CircularAdminController : Controller
{
    private const int Log = 50;

    private readonly IContentManager _contentManager;
    private readonly CircularDesk _desk;
    private readonly CircularList _circulars;
    private readonly MailSamples _samples;
    private readonly IEmailAddressValidator _addresses;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public CircularAdminController(
        IContentManager contentManager, CircularDesk desk, CircularList circulars, MailSamples samples, IEmailAddressValidator addresses, IAuthorizationService authorization,
        INotifier notifier, IStringLocalizer<CircularAdminController> localizer, IHtmlLocalizer<CircularAdminController> htmlLocalizer)
    {
        _contentManager = contentManager;
        _desk = desk;
        _circulars = circulars;
        _samples = samples;
        _addresses = addresses;
        _authorization = authorization;
        _notifier = notifier;
        S = localizer;
        H = htmlLocalizer;
    }

    /// <summary>An empty sheet, and what was written before.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Circulars", "SeminarsCirculars")]
    public async Task<IActionResult> Index(string eventId, RegistrationFilter filter, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        return @event is null ? refusal! : await ShowAsync(
            @event, filter, new() { Key = Guid.NewGuid(), TestTo = @event.GetOrCreate<RegistrationPart>().ContactEmail }, cancellationToken);
    }

    /// <summary>Shows it as the first reader gets it, sends it to whoever wrote it, or sends it.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Circulars", "SeminarsCircularWrite")]
    public async Task<IActionResult> Write(
        string eventId, [FromQuery] RegistrationFilter filter, [FromForm(Name = "")] CircularForm form, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        if (@event is null)
        {
            return refusal!;
        }

        Check(form);
        if (!ModelState.IsValid || form.Step == CircularStep.Preview)
        {
            return await ShowAsync(@event, filter, form, cancellationToken);
        }

        if (form.Step == CircularStep.ToMyself)
        {
            if (await _desk.TryOutAsync(@event, form, filter, cancellationToken))
            {
                await _notifier.SuccessAsync(H["The mail is on its way to {0}, as its first reader would get it.", form.TestTo!]);
            }

            return await ShowAsync(@event, filter, form, cancellationToken);
        }

        switch (await _desk.SendAsync(@event, form, filter, User.Identity?.Name ?? "", cancellationToken))
        {
            case { } sent:
                await _notifier.SuccessAsync(H.Plural(sent, "{0} person is written to.", "{0} people are written to."));
                break;
            default:
                await _notifier.InformationAsync(H["This was sent before; nobody gets it twice."]);
                break;
        }

        return RedirectToAction(nameof(Index), new { eventId });
    }

    private void Check(CircularForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Subject))
        {
            ModelState.AddModelError(nameof(form.Subject), S["Enter a subject."]);
        }

        if (string.IsNullOrWhiteSpace(form.Text))
        {
            ModelState.AddModelError(nameof(form.Text), S["Enter a text."]);
        }

        if (form.Subject?.Length > MailTemplateForm.MaxSubject)
        {
            ModelState.AddModelError(nameof(form.Subject), S["Enter at most {0} characters.", MailTemplateForm.MaxSubject]);
        }

        if (form.Text?.Length > MailTemplateForm.MaxText)
        {
            ModelState.AddModelError(nameof(form.Text), S["Enter at most {0} characters.", MailTemplateForm.MaxText]);
        }

        foreach (var (field, problem) in _samples.ProblemsOf(MailKind.News, form.ToTemplate()))
        {
            ModelState.AddModelError(field, problem);
        }

        if (form.Step == CircularStep.ToMyself && !_addresses.Validate(form.TestTo?.Trim() ?? ""))
        {
            ModelState.AddModelError(nameof(form.TestTo), S["Enter an e-mail address, such as name@example.org."]);
        }
    }

    private async Task<IActionResult> ShowAsync(ContentItem @event, RegistrationFilter filter, CircularForm form, CancellationToken cancellationToken)
    {
        var readers = await _desk.FindAsync(@event, filter, form.Chosen, cancellationToken);
        Response.Headers.CacheControl = "no-store";
        return View(nameof(Index), new CircularPage(
            @event,
            filter,
            form,
            readers.Count,
            ModelState.IsValid && form.Step is CircularStep.Preview or CircularStep.ToMyself && !string.IsNullOrEmpty(form.Text) && readers.Count > 0
                ? await _desk.WriteAsync(@event, readers[0], form)
                : null,
            await _circulars.ReadAsync(@event.ContentItemId, Log)));
    }

    private async Task<(ContentItem? Event, IActionResult? Refusal)> FindAsync(string eventId) =>
        await _contentManager.GetAsync(eventId, VersionOptions.Latest) is not { } @event ? (null, NotFound())
        : await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, @event) ? (@event, null)
        : (null, Forbid());
}

/// <summary>The sheet on which a circular is written.</summary>
/// <param name="Readers">How many would get it, those aside who want no such mails.</param>
/// <param name="Shown">The mail to the first of them.</param>
/// <param name="Log">What was written before, the latest first.</param>
public sealed record CircularPage(
    ContentItem Event, RegistrationFilter Filter, CircularForm Form, int Readers, OutboxMessage? Shown, IReadOnlyList<CircularRow> Log);
