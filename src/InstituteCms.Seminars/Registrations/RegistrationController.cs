using System.Text;
using InstituteCms.Abuse;
using InstituteCms.Events;
using InstituteCms.Mails;
using InstituteCms.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Where visitors register, and look after their registration.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationController : Controller
{
    private readonly EventFinder _events;
    private readonly PersonalPages _pages;
    private readonly AvailabilityReader _availability;
    private readonly RegistrationDesk _desk;
    private readonly PrivacyNoticeWriter _notices;
    private readonly PersonalLinks _links;
    private readonly RegistrationCalendar _calendar;
    private readonly AnswerTexts _answerTexts;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public RegistrationController(
        EventFinder events,
        PersonalPages pages,
        AvailabilityReader availability,
        RegistrationDesk desk,
        PrivacyNoticeWriter notices,
        PersonalLinks links,
        RegistrationCalendar calendar,
        AnswerTexts answerTexts,
        IClock clock,
        IStringLocalizer<RegistrationController> localizer)
    {
        _events = events;
        _pages = pages;
        _availability = availability;
        _desk = desk;
        _notices = notices;
        _links = links;
        _calendar = calendar;
        _answerTexts = answerTexts;
        _clock = clock;
        S = localizer;
    }

    [HttpGet("events/{slug}/register")]
    public async Task<IActionResult> Register(string slug, CancellationToken cancellationToken) =>
        await _events.FindBySlugAsync(slug, cancellationToken) is { } @event
            ? View(await PageAsync(@event, RegistrationForm.Empty(), cancellationToken))
            : NotFound();

    [HttpPost("events/{slug}/register")]
    [ValidateAntiForgeryToken]
    [GuardedForm(GuardedForm.Registration, nameof(Sent))]
    public async Task<IActionResult> Register(
        string slug, [Bind(Prefix = nameof(RegisterPage.Form))] RegistrationForm form, CancellationToken cancellationToken)
    {
        if (await _events.FindBySlugAsync(slug, cancellationToken) is not { } @event)
        {
            return NotFound();
        }

        if (form.IsFromRobot)
        {
            return RedirectToAction(nameof(Sent), new { slug });
        }

        var notice = await _notices.WriteAsync(@event);
        if (form.NoticeVersion != notice.Version)
        {
            ModelState.Remove($"{nameof(RegisterPage.Form)}.{nameof(form.NoticeVersion)}");
            ModelState.AddModelError($"{nameof(RegisterPage.Form)}.{nameof(form.Consent)}", S["What is said above about your data has just changed. Please read it again."]);
        }

        var modes = @event.GetOrCreate<EventPart>().Modes();
        if (modes.Count > 1 && form.Mode is null)
        {
            ModelState.AddModelError($"{nameof(RegisterPage.Form)}.{nameof(form.Mode)}", S["Choose how you take part."]);
        }

        var answers = QuestionFields.Of(@event, form.Answers).Check(ModelState, _answerTexts);
        if (!ModelState.IsValid)
        {
            return View(await PageAsync(@event, form, cancellationToken));
        }

        var registrant = form.ToRegistrant(_notices.Agreed(notice, form.Optional)) with
        {
            Answers = answers,
            Mode = modes.Count > 1 ? form.Mode!.Value : modes[0], // It was asked for above.
        };
        var receipt = await _desk.RegisterAsync(@event.ContentItemId, registrant, cancellationToken);
        return receipt switch
        {
            null => NotFound(),
            { Token: { } token } => RedirectToAction(nameof(Personal), new { token = token.Value }),
            { Outcome: RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered) } => RedirectToAction(nameof(Sent), new { slug }),
            _ => View(await PageAsync(@event, form, cancellationToken, wasRefused: true) with { Refusal = (receipt.Outcome as RegistrationOutcome.Refused)?.Reason }),
        };
    }

    /// <summary>Said of an address that is registered already: no more than its owner may know, who alone gets the link.</summary>
    [HttpGet("events/{slug}/register/sent")]
    public async Task<IActionResult> Sent(string slug, CancellationToken cancellationToken) =>
        await _events.FindBySlugAsync(slug, cancellationToken) is { } @event ? View(@event) : NotFound();

    [HttpGet("registrations/{token}")]
    [PersonalPage]
    public async Task<IActionResult> Personal(string token, CancellationToken cancellationToken) =>
        await _pages.FindAsync(token, cancellationToken) is { } page ? View(page) : NotFound();

    /// <summary>Asks once more.</summary>
    [HttpGet("registrations/{token}/cancel")]
    [PersonalPage]
    public async Task<IActionResult> Cancel(string token, CancellationToken cancellationToken) => await _pages.FindAsync(token, cancellationToken) switch
    {
        null => NotFound(),
        { MayCancel: true } page => View(page),
        _ => RedirectToAction(nameof(Personal), new { token }),
    };

    [HttpPost("registrations/{token}/cancel")]
    [ActionName(nameof(Cancel))]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> ConfirmCancel(string token, CancellationToken cancellationToken) =>
        PersonalToken.TryParse(token, out var secret) && await _desk.CancelAsync(secret, cancellationToken) is not null
            ? RedirectToAction(nameof(Personal), new { token })
            : NotFound();

    /// <summary>The address is the registrant's: by a button, so that a program which only looks into mails confirms nothing.</summary>
    [HttpPost("registrations/{token}/confirm")]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> ConfirmAddress(string token, CancellationToken cancellationToken) =>
        PersonalToken.TryParse(token, out var secret) && await _desk.ConfirmAddressAsync(secret, cancellationToken) != ChangeResult.NotFound
            ? RedirectToAction(nameof(Personal), new { token })
            : NotFound();

    /// <summary>Takes the seat that was offered.</summary>
    [HttpPost("registrations/{token}/accept")]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Accept(string token, CancellationToken cancellationToken) =>
        PersonalToken.TryParse(token, out var secret) && await _desk.AcceptAsync(secret, cancellationToken) != ChangeResult.NotFound
            ? RedirectToAction(nameof(Personal), new { token })
            : NotFound();

    [HttpGet("registrations/{token}/event.ics")]
    [PersonalPage]
    public async Task<IActionResult> Calendar(string token, CancellationToken cancellationToken)
    {
        if (await _pages.FindAsync(token, cancellationToken) is not { IsConfirmed: true } page || !PersonalToken.TryParse(token, out var secret))
        {
            return NotFound();
        }

        var file = await _calendar.WriteAsync(page.Event, page.Registration, await _links.ToAsync(secret));
        return file.Length == 0 ? NotFound() : File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "event.ics");
    }

    private async Task<RegisterPage> PageAsync(
        ContentItem @event, RegistrationForm form, CancellationToken cancellationToken, bool wasRefused = false)
    {
        var facts = await _availability.ReadAsync(@event, cancellationToken);
        var notice = await _notices.WriteAsync(@event);
        form.NoticeVersion = notice.Version;
        return new(@event, facts, EventAvailability.At(facts, _clock.UtcNow), notice, form, wasRefused);
    }
}
