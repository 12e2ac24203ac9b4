using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Mails;

/// <summary>Where registrants say which mails they want that they could do without.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class MailWishesController : Controller
{
    private readonly ISession _session;
    private readonly RegistrationDesk _desk;
    private readonly PrivacyNoticeWriter _notices;
    private readonly MailMarks _marks;
    private readonly MailWayOut _wayOut;

    public MailWishesController(ISession session, RegistrationDesk desk, PrivacyNoticeWriter notices, MailMarks marks, MailWayOut wayOut)
    {
        _session = session;
        _desk = desk;
        _notices = notices;
        _marks = marks;
        _wayOut = wayOut;
    }

    /// <summary>Takes the wish from the personal page.</summary>
    [HttpPost("registrations/{token}/mails")]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Wish(string token, bool reminder, CancellationToken cancellationToken)
    {
        if (!PersonalToken.TryParse(token, out var secret) || await _desk.FindAsync(secret, cancellationToken) is not { } registration)
        {
            return NotFound();
        }

        await _marks.PutAsync(registration.Id, MailMarks.NoReminder, !reminder);
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

        await _marks.PutAsync(registrationId, MailMarks.NoReminder, true);
        if (await _session.GetAsync<Registration>(registrationId) is { PrivacyNotice: { WantsReport: true } notice } registration)
        {
            registration.PrivacyNotice = _notices.Withdrawn(notice);
            await _session.SaveAsync(registration, checkConcurrency: true);
        }

        return View(true);
    }
}
