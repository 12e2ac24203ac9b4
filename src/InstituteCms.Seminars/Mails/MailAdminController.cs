using InstituteCms.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Mails;

/// <summary>The mails about an event as its organisers see them.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class MailAdminController : Controller
{
    private const int PageSize = 50;

    private readonly MailList _mails;
    private readonly EventAccess _access;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public MailAdminController(
        MailList mails, EventAccess access, IAuthorizationService authorization, INotifier notifier, IHtmlLocalizer<MailAdminController> localizer)
    {
        _mails = mails;
        _access = access;
        _authorization = authorization;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>Every mail, those in one state, or those to one person.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Mail", "SeminarsEventMail")]
    public async Task<IActionResult> Index(string eventId, OutboxStatus? status, long? person, int pageNumber)
    {
        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ViewRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        return View(new MailPage(
            @event,
            status,
            person,
            await _mails.CountAsync(eventId),
            await _mails.ReadAsync(eventId, status, person, Math.Max(1, pageNumber), PageSize),
            await MayManageAsync(@event)));
    }

    /// <summary>Has one failed mail, or all of them, tried anew.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Mail/Retry", "SeminarsEventMailRetry")]
    public async Task<IActionResult> Retry(string eventId, long? message)
    {
        if (await _access.FindAsync(User, eventId, RegistrationPermissions.ManageRegistrations) is { Refusal: { } refusal })
        {
            return refusal;
        }

        var retried = await _mails.RetryAsync(eventId, message);
        if (retried > 0)
        {
            await _notifier.SuccessAsync(H.Plural(retried, "{0} mail is tried again now.", "{0} mails are tried again now."));
        }
        else
        {
            await _notifier.InformationAsync(H["There was nothing to try again."]);
        }

        return RedirectToAction(nameof(Index), new { eventId });
    }

    private Task<bool> MayManageAsync(ContentItem @event) => _authorization.AuthorizeAsync(User, RegistrationPermissions.ManageRegistrations, @event);
}

/// <summary>One page of an event's mails.</summary>
/// <param name="Person">Document id of the registration that it is confined to.</param>
public sealed record MailPage(
    ContentItem Event,
    OutboxStatus? Status,
    long? Person,
    IReadOnlyDictionary<OutboxStatus, int> Counts,
    Page<MailRow> Mails,
    bool MayRetry);
