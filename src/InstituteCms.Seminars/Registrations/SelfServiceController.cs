using System.Diagnostics;
using InstituteCms.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>Where registrants change their registration and find their ticket.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class SelfServiceController : Controller
{
    private readonly PersonalPages _pages;
    private readonly RegistrationDesk _desk;
    private readonly AnswerTexts _answerTexts;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    public SelfServiceController(
        PersonalPages pages, RegistrationDesk desk, AnswerTexts answerTexts, INotifier notifier,
        IStringLocalizer<SelfServiceController> stringLocalizer, IHtmlLocalizer<SelfServiceController> htmlLocalizer)
    {
        _pages = pages;
        _desk = desk;
        _answerTexts = answerTexts;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    [HttpGet("registrations/{token}/edit")]
    [PersonalPage]
    public async Task<IActionResult> Edit(string token, CancellationToken cancellationToken) => await _pages.FindAsync(token, cancellationToken) switch
    {
        null => NotFound(),
        { MayEdit: true } page => View(new EditPage(page, EditForm.Of(page.Registration))),
        _ => RedirectToPersonal(token),
    };

    [HttpPost("registrations/{token}/edit")]
    [PersonalPage]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(string token, [Bind(Prefix = nameof(EditPage.Form))] EditForm form, CancellationToken cancellationToken)
    {
        if (await _pages.FindAsync(token, cancellationToken) is not { } page || !PersonalToken.TryParse(token, out var secret))
        {
            return NotFound();
        }

        var answers = QuestionFields.Of(page.Event, form.Answers).Check(ModelState, _answerTexts, page.Registration.Answers);
        if (!ModelState.IsValid)
        {
            return View(new EditPage(page, form));
        }

        var seatsBefore = page.Registration.Seats;
        switch (await _desk.EditAsync(secret, form.ToDetails(answers), cancellationToken))
        {
            case null:
                return NotFound();
            case EditDecision.Change:
                await SayAsync(seatsBefore - 1 - form.Guests, page.Registration.SeatsHeld > 0);
                return RedirectToPersonal(token);
            case EditDecision.NotPossible or EditDecision.TooLate:
                await _notifier.WarningAsync(H["Nothing was changed: the time for changes is over."]);
                return RedirectToPersonal(token);
            case EditDecision.PartyTooLarge:
                return Refuse(page, form, S["That is more than one person may bring along."]);
            case EditDecision.NoSeat:
                return Refuse(page, form, S["No seat is free for more people. Your registration is as it was; what you entered is kept here."]);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What is shown at the door, on a screen or on paper.</summary>
    [HttpGet("registrations/{token}/ticket")]
    [PersonalPage]
    public async Task<IActionResult> Ticket(string token, CancellationToken cancellationToken) => await _pages.FindAsync(token, cancellationToken) switch
    {
        null => NotFound(),
        { HasTicket: true } page => View(page),
        _ => RedirectToPersonal(token),
    };

    private ValueTask SayAsync(int givenBack, bool hadSeats) => givenBack > 0 && hadSeats
        ? _notifier.SuccessAsync(H.Plural(givenBack, "Your changes are saved, and {0} seat is free for somebody else.", "Your changes are saved, and {0} seats are free for others."))
        : _notifier.SuccessAsync(H["Your changes are saved."]);

    private ViewResult Refuse(PersonalPage page, EditForm form, string why)
    {
        ModelState.AddModelError($"{nameof(EditPage.Form)}.{nameof(form.Guests)}", why);
        return View(nameof(Edit), new EditPage(page, form));
    }

    private RedirectToActionResult RedirectToPersonal(string token) => RedirectToAction(nameof(RegistrationController.Personal), "Registration", new { token });
}
