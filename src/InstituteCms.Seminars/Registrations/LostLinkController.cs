using InstituteCms.Abuse;
using InstituteCms.Events;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Where people get their personal link again, and end those that others may know.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class LostLinkController : Controller
{
    private readonly EventFinder _events;
    private readonly LostLinks _links;
    private readonly RegistrationDesk _desk;

    public LostLinkController(EventFinder events, LostLinks links, RegistrationDesk desk) => (_events, _links, _desk) = (events, links, desk);

    [HttpGet("events/{slug}/register/link")]
    public async Task<IActionResult> Index(string slug, CancellationToken cancellationToken) =>
        await _events.FindBySlugAsync(slug, cancellationToken) is { } @event ? View(new LostLinkPage(@event, new())) : NotFound();

    [HttpPost("events/{slug}/register/link")]
    [ValidateAntiForgeryToken]
    [GuardedForm(GuardedForm.LostLink, nameof(Sent))]
    public async Task<IActionResult> Index(string slug, [Bind(Prefix = nameof(LostLinkPage.Form))] LostLinkForm form, CancellationToken cancellationToken)
    {
        if (await _events.FindBySlugAsync(slug, cancellationToken) is not { } @event)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return View(new LostLinkPage(@event, form));
        }

        await _links.MailSoonAsync(@event.ContentItemId, form.Email!);
        return RedirectToAction(nameof(Sent), new { slug });
    }

    /// <summary>Says the same to everybody.</summary>
    [HttpGet("events/{slug}/register/link/sent")]
    public async Task<IActionResult> Sent(string slug, CancellationToken cancellationToken) =>
        await _events.FindBySlugAsync(slug, cancellationToken) is { } @event ? View(@event) : NotFound();

    /// <summary>Asks once more.</summary>
    [HttpGet("registrations/{token}/link")]
    [PersonalPage]
    public async Task<IActionResult> Renew(string token, CancellationToken cancellationToken) =>
        PersonalToken.TryParse(token, out var secret) && await _desk.FindAsync(secret, cancellationToken) is not null ? View((object)secret.Value) : NotFound();

    [HttpPost("registrations/{token}/link")]
    [ActionName(nameof(Renew))]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> ConfirmRenew(string token, CancellationToken cancellationToken) =>
        PersonalToken.TryParse(token, out var secret) && await _links.RenewAsync(secret, cancellationToken) is { } renewed
            ? RedirectToAction(nameof(RegistrationController.Personal), "Registration", new { token = renewed.Value })
            : NotFound();
}
