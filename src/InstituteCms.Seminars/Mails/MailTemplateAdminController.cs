using InstituteCms.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Mails;

/// <summary>Where editors change what mails say: those of one event, or of the whole site.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class MailTemplateAdminController : Controller
{
    /// <summary>Stands in the address for the whole site.</summary>
    public const string Site = "all";

    private static readonly MailKind[] _notOffered = [MailKind.Other, MailKind.Circular];

    private readonly IContentManager _contents;
    private readonly MailTemplates _templates;
    private readonly MailTexts _texts;
    private readonly MailSamples _samples;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public MailTemplateAdminController(
        IContentManager contents, MailTemplates templates, MailTexts texts, MailSamples samples, IAuthorizationService authorization,
        INotifier notifier, IHtmlLocalizer<MailTemplateAdminController> localizer)
    {
        _contents = contents;
        _templates = templates;
        _texts = texts;
        _samples = samples;
        _authorization = authorization;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>The kinds that there are.</summary>
    public static IEnumerable<MailKind> Kinds => Enum.GetValues<MailKind>().Except(_notOffered);

    [HttpGet]
    [Admin("Seminars/MailTexts/{scope}", "SeminarsMailTexts")]
    public async Task<IActionResult> Index(string scope)
    {
        var (@event, refusal) = await FindAsync(scope);
        return refusal ?? View(new MailTemplatesPage(@event, scope, (await _templates.ChangedAsync(IdOf(@event))).Keys.ToHashSet()));
    }

    [HttpGet]
    [Admin("Seminars/MailTexts/{scope}/{kind}/{language}", "SeminarsMailText")]
    public async Task<IActionResult> Edit(string scope, MailKind kind, string language)
    {
        var (@event, refusal) = await FindAsync(scope);
        if (refusal is not null || !IsKnown(kind, language))
        {
            return refusal ?? NotFound();
        }

        var template = (await _templates.FindAsync(IdOf(@event), kind, language)).Template;
        return await ShowAsync(new() { Subject = template.Subject, Text = template.Text }, @event, scope, kind, language);
    }

    [HttpPost]
    [ActionName(nameof(Edit))]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/MailTexts/{scope}/{kind}/{language}", "SeminarsMailText")]
    public async Task<IActionResult> EditPost(string scope, MailKind kind, string language, MailTemplateForm form)
    {
        var (@event, refusal) = await FindAsync(scope);
        if (refusal is not null || !IsKnown(kind, language))
        {
            return refusal ?? NotFound();
        }

        if (string.IsNullOrWhiteSpace(form.Subject) && string.IsNullOrWhiteSpace(form.Text) && !form.Preview)
        {
            await _templates.ChangeAsync(IdOf(@event), kind, language, null);
            await _notifier.SuccessAsync(H["The original text is restored."]);
            return RedirectToAction(nameof(Edit), new { scope, kind, language });
        }

        await CheckAsync(form, @event, kind, language);
        if (form.Preview || !ModelState.IsValid)
        {
            return await ShowAsync(form, @event, scope, kind, language);
        }

        await _templates.ChangeAsync(IdOf(@event), kind, language, form.Over(_texts.Default(kind, language)));
        await _notifier.SuccessAsync(H["The text is saved. Mails have it from now on."]);
        return RedirectToAction(nameof(Index), new { scope });
    }

    /// <summary>How the mail would read, while it is written.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/MailTexts/{scope}/{kind}/{language}/Preview", "SeminarsMailTextPreview")]
    public async Task<IActionResult> Preview(string scope, MailKind kind, string language, MailTemplateForm form)
    {
        var (@event, refusal) = await FindAsync(scope);
        if (refusal is not null || !IsKnown(kind, language))
        {
            return refusal ?? NotFound();
        }

        await CheckAsync(form, @event, kind, language);
        await FillAsync(form, @event, scope, kind, language);
        return PartialView("_Preview", form);
    }

    private static bool IsKnown(MailKind kind, string language) => Kinds.Contains(kind) && RegistrationForm.Languages.ContainsKey(language);

    private static string? IdOf(ContentItem? @event) => @event?.ContentItemId;

    private async Task<(ContentItem? Event, IActionResult? Refusal)> FindAsync(string scope)
    {
        if (scope == Site)
        {
            return (null, await _authorization.AuthorizeAsync(User, SitePermissions.ManageInstitute) ? null : Forbid());
        }

        return await _contents.GetAsync(scope, VersionOptions.Latest) is not { ContentType: SeminarTypes.Event } @event
            ? (null, NotFound())
            : (@event, await _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, @event) ? null : Forbid());
    }

    private async Task CheckAsync(MailTemplateForm form, ContentItem? @event, MailKind kind, string language)
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        var values = await _samples.ValuesAsync(@event, language);
        foreach (var (field, problem) in await _samples.CheckAsync(kind, form.Over(_texts.Default(kind, language)), values))
        {
            ModelState.AddModelError(field, problem);
        }
    }

    private async Task<IActionResult> ShowAsync(MailTemplateForm form, ContentItem? @event, string scope, MailKind kind, string language)
    {
        await FillAsync(form, @event, scope, kind, language);
        return View(nameof(Edit), form);
    }

    private async Task FillAsync(MailTemplateForm form, ContentItem? @event, string scope, MailKind kind, string language)
    {
        (form.Event, form.Scope, form.Kind, form.Language) = (@event, scope, kind, language);
        form.Shown = await _samples.FillAsync(kind, form.Over(_texts.Default(kind, language)), await _samples.ValuesAsync(@event, language));
    }
}
