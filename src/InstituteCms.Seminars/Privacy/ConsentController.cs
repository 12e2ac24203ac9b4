using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Privacy;

/// <summary>Where registrants take back what they agreed to, or agree after all: one button on their own page, as easy as the box was.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class ConsentController : Controller
{
    private readonly ISession _session;
    private readonly RegistrationDesk _desk;
    private readonly PrivacyNoticeWriter _notices;

    public ConsentController(ISession session, RegistrationDesk desk, PrivacyNoticeWriter notices) => (_session, _desk, _notices) = (session, desk, notices);

    [HttpPost("registrations/{token}/report-news")]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> ReportNews(string token, bool agreed, CancellationToken cancellationToken)
    {
        await _session.BeginTransactionAsync(cancellationToken);
        if (!PersonalToken.TryParse(token, out var secret) || await _desk.FindAsync(secret, cancellationToken) is not { PrivacyNotice: { } notice } registration)
        {
            return NotFound();
        }

        if (notice.WantsReport != agreed)
        {
            registration.PrivacyNotice = agreed ? _notices.Agreed(notice, new() { ReportNews = true }) : _notices.Withdrawn(notice);
            await _session.SaveAsync(registration, checkConcurrency: true);
            await _session.SaveChangesAsync(cancellationToken);
        }

        return RedirectToAction(nameof(RegistrationController.Personal), "Registration", new { token });
    }
}
