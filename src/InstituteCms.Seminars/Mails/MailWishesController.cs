using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;

namespace InstituteCms.Mails;

/// <summary>Where registrants say which mails they want that they could do without.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class MailWishesController : Controller
{
    private readonly RegistrationDesk _desk;
    private readonly MailMarks _marks;
    private readonly MailWayOut _wayOut;

    public MailWishesController(RegistrationDesk desk, MailMarks marks, MailWayOut wayOut)
    {
        _desk = desk;
        _marks = marks;
        _wayOut = wayOut;
    }

    /// <summary>Takes both wishes from the personal page.</summary>
    [HttpPost("registrations/{token}/mails")]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Wish(string token, bool reminder, bool report, CancellationToken cancellationToken)
    {
        if (!PersonalToken.TryParse(token, out var secret) || await _desk.FindAsync(secret, cancellationToken) is not { } registration)
        {
            return NotFound();
        }

        await _marks.PutAsync(registration.Id, MailMarks.Unsubscribed, !reminder && !report);
        await _marks.PutAsync(registration.Id, MailMarks.NoReminder, !reminder);
        await _marks.PutAsync(registration.Id, MailMarks.WantsReport, report);
        return RedirectToAction(nameof(RegistrationController.Personal), "Registration", new { token }, "mails");
    }

    /// <summary>Asks once more: a mail program may open links by itself.</summary>
    [HttpGet("mails/stop/{secret}")]
    [PersonalPage]
    public IActionResult Stop(string secret) => _wayOut.Open(secret) is null ? NotFound() : View(false);

    /// <summary>Stops them. Mail programs send this by themselves when their user asks for it (RFC 8058), and so without a cookie or a form of ours.</summary>
    [HttpPost("mails/stop/{secret}")]
    [ActionName(nameof(Stop))]
    [PersonalPage]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> ConfirmStop(string secret)
    {
        if (_wayOut.Open(secret) is not { } registrationId)
        {
            return NotFound();
        }

        await _marks.PutAsync(registrationId, MailMarks.Unsubscribed, true);
        await _marks.PutAsync(registrationId, MailMarks.WantsReport, false);
        return View(true);
    }
}
