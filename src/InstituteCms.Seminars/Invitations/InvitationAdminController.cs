using InstituteCms.Registrations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Email;
using OrchardCore.Modules;

namespace InstituteCms.Invitations;

/// <summary>The guests of an event, whom they invite and remind, as its organisers see them.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class InvitationAdminController : Controller
{
    private const int PageSize = 200;

    private readonly IContentManager _contentManager;
    private readonly InvitationDesk _desk;
    private readonly InvitationList _invitations;
    private readonly IEmailAddressValidator _addresses;
    private readonly EventAccess _access;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public InvitationAdminController(
        IContentManager contentManager, InvitationDesk desk, InvitationList invitations, IEmailAddressValidator addresses, EventAccess access,
        INotifier notifier, IStringLocalizer<InvitationAdminController> localizer, IHtmlLocalizer<InvitationAdminController> htmlLocalizer)
    {
        _contentManager = contentManager;
        _desk = desk;
        _invitations = invitations;
        _addresses = addresses;
        _access = access;
        _notifier = notifier;
        S = localizer;
        H = htmlLocalizer;
    }

    /// <summary>Who was invited, and has answered how.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Invitations", "SeminarsInvitations")]
    public async Task<IActionResult> Index(string eventId, int pageNumber)
    {
        var (@event, refusal) = await FindAsync(eventId);
        return @event is null ? refusal! : await ShowAsync(@event, new() { Language = RegistrationForm.Empty().Culture }, pageNumber);
    }

    /// <summary>Invites a list of people.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Invitations", "SeminarsInvite")]
    public async Task<IActionResult> Invite(string eventId, [Bind(Prefix = "")] InvitationForm form, IFormFile? file, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        if (@event is null)
        {
            return refusal!;
        }

        await form.TakeAsync(file, ModelState, S, cancellationToken);
        var guests = form.Check(ModelState, _addresses, S);
        if (await _contentManager.GetAsync(eventId) is null)
        {
            ModelState.AddModelError(nameof(form.Guests), S["Publish the event first: guests would find nothing behind their link."]);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(@event, form, 1);
        }

        var receipt = await _desk.InviteAsync(@event, guests, form.Language!, form.Words?.Trim() ?? "", User.Identity?.Name ?? "", cancellationToken);
        await TellAsync(receipt);
        return RedirectToAction(nameof(Index), new { eventId });
    }

    /// <summary>Writes once more to those who are chosen.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/Invitations/Remind", "SeminarsRemindGuests")]
    public async Task<IActionResult> Remind(string eventId, long[] chosen, string? words, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        if (@event is null)
        {
            return refusal!;
        }

        var said = words?.Trim() ?? "";
        var reminded = await _desk.RemindAsync(@event, chosen, said.Length <= InvitationForm.MaxWords ? said : said[..InvitationForm.MaxWords], cancellationToken);
        if (reminded > 0)
        {
            await _notifier.SuccessAsync(H.Plural(reminded, "{0} guest is reminded by mail.", "{0} guests are reminded by mail."));
        }
        else
        {
            await _notifier.WarningAsync(H["Nobody was chosen who has not answered yet."]);
        }

        return RedirectToAction(nameof(Index), new { eventId });
    }

    private async Task TellAsync(InvitationReceipt receipt)
    {
        if (receipt.Invited > 0)
        {
            await _notifier.SuccessAsync(H.Plural(receipt.Invited, "{0} guest is invited by mail.", "{0} guests are invited by mail."));
        }

        if (receipt.Before > 0)
        {
            await _notifier.InformationAsync(H.Plural(receipt.Before, "{0} of them was invited before, and got no second mail.", "{0} of them were invited before, and got no second mail."));
        }

        if (receipt.Registered > 0)
        {
            await _notifier.InformationAsync(H.Plural(receipt.Registered, "{0} of them is registered already, and got no mail.", "{0} of them are registered already, and got no mail."));
        }
    }

    private Task<(ContentItem? Event, IActionResult? Refusal)> FindAsync(string eventId) => _access.FindAsync(User, eventId, RegistrationPermissions.ManageRegistrations);

    private async Task<IActionResult> ShowAsync(ContentItem @event, InvitationForm form, int pageNumber)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return View(nameof(Index), new InvitationsPage(
            @event,
            form,
            await _invitations.CountAsync(@event.ContentItemId),
            await _invitations.ReadAsync(@event.ContentItemId, Math.Max(1, pageNumber), PageSize)));
    }
}

/// <summary>One page of an event's guests.</summary>
public sealed record InvitationsPage(ContentItem Event, InvitationForm Form, InvitationCounts Counts, Page<InvitationRow> Guests);
