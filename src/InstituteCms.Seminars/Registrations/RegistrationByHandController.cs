using InstituteCms.Events;
using InstituteCms.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Where an organiser registers somebody who has written, called or come by.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationByHandController : Controller
{
    private readonly AvailabilityReader _availability;
    private readonly RegistrationDesk _desk;
    private readonly PrivacyNoticeWriter _notices;
    private readonly AnswerTexts _answerTexts;
    private readonly EventAccess _access;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public RegistrationByHandController(
        AvailabilityReader availability,
        RegistrationDesk desk,
        PrivacyNoticeWriter notices,
        AnswerTexts answerTexts,
        EventAccess access,
        INotifier notifier,
        IStringLocalizer<RegistrationByHandController> localizer,
        IHtmlLocalizer<RegistrationByHandController> htmlLocalizer)
    {
        _availability = availability;
        _desk = desk;
        _notices = notices;
        _answerTexts = answerTexts;
        _access = access;
        _notifier = notifier;
        S = localizer;
        H = htmlLocalizer;
    }

    /// <summary>The empty form.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/ByHand", "SeminarsByHand")]
    public async Task<IActionResult> Index(string eventId, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await _access.FindAnnouncedAsync(User, eventId);
        return @event is null ? refusal! : View(await PageAsync(@event, ByHandForm.Empty(), cancellationToken));
    }

    /// <summary>Registers the person.</summary>
    [HttpPost]
    [ValidateAntiForgeryToken]
    [Admin("Seminars/Registrations/{eventId}/ByHand", "SeminarsByHandRegister")]
    public async Task<IActionResult> Index(string eventId, [Bind(Prefix = nameof(ByHandPage.Form))] ByHandForm form, CancellationToken cancellationToken)
    {
        var (@event, notNow) = await _access.FindAnnouncedAsync(User, eventId);
        if (@event is null)
        {
            return notNow!;
        }

        var answers = QuestionFields.Of(@event, form.Answers).Optional().Check(ModelState, _answerTexts);
        if (!ModelState.IsValid)
        {
            return View(await PageAsync(@event, form, cancellationToken));
        }

        var registrant = form.ToRegistrant(await _notices.WriteAsync(@event)) with { Answers = answers };
        var terms = new ByHand(User.Identity?.Name ?? "", form.MayWait, form.Tells, ChangeReason.Words(form.Why));
        var receipt = await _desk.RegisterByHandAsync(eventId, registrant, terms, cancellationToken);
        if (receipt?.Outcome is RegistrationOutcome.Refused(var refusal))
        {
            ModelState.AddModelError($"{nameof(ByHandPage.Form)}.{Field(refusal)}", Sentence(refusal));
            return View(await PageAsync(@event, form, cancellationToken));
        }

        await _notifier.SuccessAsync(receipt?.Outcome switch
        {
            RegistrationOutcome.Accepted(RegistrationStatus.Waitlisted, _) => H["{0} is on the waiting list.", registrant.Name],
            RegistrationOutcome.Accepted(RegistrationStatus.Offered, _) => H["A seat is offered to {0}.", registrant.Name],
            _ => H["{0} is registered.", registrant.Name],
        });
        return RedirectToAction("Event", "RegistrationAdmin", new { eventId });
    }

    private static string Field(RefusalReason refusal) => refusal switch
    {
        RefusalReason.AlreadyRegistered => nameof(ByHandForm.Email),
        RefusalReason.PartyTooLarge => nameof(ByHandForm.Guests),
        _ => nameof(ByHandForm.MayWait),
    };

    private string Sentence(RefusalReason refusal) => refusal switch
    {
        RefusalReason.AlreadyRegistered => S["This address is registered already."],
        RefusalReason.PartyTooLarge => S["That is more people than one registration can have."],
        RefusalReason.Full => S["There are not enough seats free. Put the person on the waiting list, or give the event more seats in its editor."],
        RefusalReason.EventCancelled => S["The event does not take place."],
        RefusalReason.EventEnded => S["The event is over."],
        _ => S["The event takes no registrations: switch them on in its editor."],
    };

    private async Task<ByHandPage> PageAsync(ContentItem @event, ByHandForm form, CancellationToken cancellationToken) =>
        new(@event, await _availability.ReadAsync(@event, cancellationToken), await _notices.WriteAsync(@event), form);
}

/// <summary>The page with the form.</summary>
public sealed record ByHandPage(ContentItem Event, AvailabilityFacts Facts, PrivacyNotice Notice, ByHandForm Form);
