using System.Text;
using InstituteCms.Abuse;
using InstituteCms.Events;
using InstituteCms.Mails;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Where visitors register, and look after their registration.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationController : Controller
{
    private readonly EventFinder _events;
    private readonly PersonalPages _pages;
    private readonly RegistrationDesk _desk;
    private readonly RegistrationFormReader _forms;
    private readonly PersonalLinks _links;
    private readonly RegistrationCalendar _calendar;

    public RegistrationController(
        EventFinder events,
        PersonalPages pages,
        RegistrationDesk desk,
        RegistrationFormReader forms,
        PersonalLinks links,
        RegistrationCalendar calendar)
    {
        _events = events;
        _pages = pages;
        _desk = desk;
        _forms = forms;
        _links = links;
        _calendar = calendar;
    }

    [HttpGet("events/{slug}/register")]
    public async Task<IActionResult> Register(string slug, CancellationToken cancellationToken) =>
        await _events.FindBySlugAsync(slug, cancellationToken) is { } @event
            ? View(await _forms.PageAsync(@event, RegistrationForm.Empty(), cancellationToken))
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

        if (await _forms.ReadAsync(@event, form, ModelState) is not { } registrant)
        {
            return View(await _forms.PageAsync(@event, form, cancellationToken));
        }

        var receipt = await _desk.RegisterAsync(@event.ContentItemId, registrant, cancellationToken);
        return receipt switch
        {
            null => NotFound(),
            { Token: { } token } => RedirectToAction(nameof(Personal), new { token = token.Value }),
            { Outcome: RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered) } => RedirectToAction(nameof(Sent), new { slug }),
            _ => View(await _forms.PageAsync(@event, form, cancellationToken, wasRefused: true) with { Refusal = (receipt.Outcome as RegistrationOutcome.Refused)?.Reason }),
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
}
