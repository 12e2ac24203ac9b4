using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Invitations;

/// <summary>Where guests answer: with the form, in which their address stands, or by saying that they cannot come.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class InvitationController : Controller
{
    private readonly InvitationDesk _invitations;
    private readonly EventFinder _events;
    private readonly RegistrationFormReader _forms;
    private readonly RegistrationDesk _desk;
    private readonly IClock _clock;

    public InvitationController(InvitationDesk invitations, EventFinder events, RegistrationFormReader forms, RegistrationDesk desk, IClock clock)
    {
        _invitations = invitations;
        _events = events;
        _forms = forms;
        _desk = desk;
        _clock = clock;
    }

    /// <summary>The form, or what the guest has answered before.</summary>
    [HttpGet("invitations/{token}")]
    [PersonalPage]
    public async Task<IActionResult> Register(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not var (invitation, @event))
        {
            return NotFound();
        }

        var isRegistered = await _invitations.IsRegisteredAsync(invitation, cancellationToken);
        if (isRegistered || invitation.DeclinedUtc is not null)
        {
            return View("Answered", new AnsweredPage(@event, token, IsDeclined: !isRegistered, IsOver(@event)));
        }

        var form = RegistrationForm.Empty();
        (form.Name, form.Culture) = (invitation.Name, invitation.Culture);
        return await ShowAsync(invitation, @event, token, form, refusal: null, cancellationToken);
    }

    /// <summary>Registers the guest: under the address that was invited, for it is the one that the link went to.</summary>
    [HttpPost("invitations/{token}")]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Register(string token, [Bind(Prefix = nameof(RegisterPage.Form))] RegistrationForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not var (invitation, @event))
        {
            return NotFound();
        }

        if (await _forms.ReadAsync(@event, form, ModelState) is not { } registrant)
        {
            return await ShowAsync(invitation, @event, token, form, refusal: null, cancellationToken);
        }

        var receipt = await _desk.RegisterAsync(@event.ContentItemId, registrant with { Email = invitation.Email, Invited = true }, cancellationToken);
        return receipt switch
        {
            null => NotFound(),
            { Token: { } personal } => RedirectToAction(nameof(RegistrationController.Personal), "Registration", new { token = personal.Value }),
            { Outcome: RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered) } => RedirectToAction(nameof(Register), new { token }),
            _ => await ShowAsync(invitation, @event, token, form, (receipt.Outcome as RegistrationOutcome.Refused)?.Reason, cancellationToken),
        };
    }

    /// <summary>Asks once more.</summary>
    [HttpGet("invitations/{token}/decline")]
    [PersonalPage]
    public async Task<IActionResult> Decline(string token, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) is not var (invitation, @event) ? NotFound()
        : invitation.DeclinedUtc is not null || await _invitations.IsRegisteredAsync(invitation, cancellationToken) ? RedirectToAction(nameof(Register), new { token })
        : View(new AnsweredPage(@event, token, IsDeclined: false, IsOver(@event)));

    /// <summary>Notes that the guest cannot come. Mail programs send this by themselves when their user wants no more such mail (RFC 8058): without a form of ours.</summary>
    [HttpPost("invitations/{token}/decline")]
    [ActionName(nameof(Decline))]
    [PersonalPage]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> ConfirmDecline(string token, CancellationToken cancellationToken) =>
        await AnswerAsync(token, declined: true, cancellationToken);

    /// <summary>Takes it back.</summary>
    [HttpPost("invitations/{token}/undo")]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Undo(string token, CancellationToken cancellationToken) => await AnswerAsync(token, declined: false, cancellationToken);

    private async Task<IActionResult> AnswerAsync(string token, bool declined, CancellationToken cancellationToken) =>
        PersonalToken.TryParse(token, out var secret) && await _invitations.DeclineAsync(secret, declined, cancellationToken)
            ? RedirectToAction(nameof(Register), new { token })
            : NotFound();

    private async Task<(GuestInvitation Invitation, ContentItem Event)?> FindAsync(string token, CancellationToken cancellationToken) =>
        PersonalToken.TryParse(token, out var secret)
        && await _invitations.FindAsync(secret, cancellationToken) is { } invitation
        && await _events.FindAsync(invitation.EventId, cancellationToken) is { } @event
            ? (invitation, @event)
            : null;

    private bool IsOver(ContentItem @event) => @event.GetOrCreate<EventPart>().EndUtc <= _clock.UtcNow;

    private async Task<IActionResult> ShowAsync(
        GuestInvitation invitation, ContentItem @event, string token, RegistrationForm form, RefusalReason? refusal, CancellationToken cancellationToken)
    {
        ModelState.Remove($"{nameof(RegisterPage.Form)}.{nameof(form.Email)}");
        form.Email = invitation.Email;
        var page = await _forms.PageAsync(@event, form, cancellationToken, wasRefused: refusal is not null);
        return View("/Areas/InstituteCms.Seminars/Views/Registration/Register.cshtml", page with { Refusal = refusal, Invitation = token });
    }
}

/// <summary>What a guest has answered, or is asked once more.</summary>
public sealed record AnsweredPage(ContentItem Event, string Token, bool IsDeclined, bool IsOver)
{
    public EventPart Part => Event.GetOrCreate<EventPart>();
}
