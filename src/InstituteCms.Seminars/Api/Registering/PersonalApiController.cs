using InstituteCms.Registrations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Api.Registering;

/// <summary>A registration, for whoever has its personal token: in the path, or as a header where addresses are written down.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
[Route(Root + "/registrations/{token}")]
[Tags("Registrations")]
[PersonalPage]
[ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ProblemAnswer.ContentType)]
public sealed class PersonalApiController : SeminarsApiController
{
    /// <summary>Stands in the path where the token comes as a header.</summary>
    private const string InHeader = "own";

    private const string TokenHeader = "Registration-Token";

    private readonly RegistrationDesk _desk;
    private readonly RegisterForms _forms;
    private readonly RegistrationWriter _writer;
    private readonly IContentManager _contentManager;
    private readonly IStringLocalizer S;

    public PersonalApiController(
        RegistrationDesk desk, RegisterForms forms, RegistrationWriter writer, IContentManager contentManager, ApiProblems problems, IStringLocalizer<PersonalApiController> localizer)
        : base(problems) => (_desk, _forms, _writer, _contentManager, S) = (desk, forms, writer, contentManager, localizer);

    /// <summary>Shows the registration.</summary>
    /// <param name="token">The personal token; or "own", with the token in the header Registration-Token.</param>
    /// <param name="registrationToken">The personal token, where it is not in the path.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet(Name = "getRegistration")]
    [ProducesResponseType<RegistrationResource>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Get(string token, [FromHeader(Name = TokenHeader)] string? registrationToken, CancellationToken cancellationToken) =>
        Secret(token, registrationToken) is { } secret ? await ShowAsync(secret, cancellationToken) : Problem(ProblemKind.NotFound);

    /// <summary>Changes what the person says of themselves.</summary>
    /// <param name="token">The personal token; or "own", with the token in the header Registration-Token.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="registrationToken">The personal token, where it is not in the path.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpPatch(Name = "changeRegistration")]
    [ProducesResponseType<RegistrationResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status409Conflict, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status415UnsupportedMediaType, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status422UnprocessableEntity, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Change(
        string token, [FromJson] ChangeRequest change, [FromHeader(Name = TokenHeader)] string? registrationToken, CancellationToken cancellationToken)
    {
        if (Secret(token, registrationToken) is not { } secret || await _desk.FindAsync(secret, cancellationToken) is not { } registration)
        {
            return Problem(ProblemKind.NotFound);
        }

        var form = RegisterForms.ToForm(registration, change);
        TryValidateModel(form);
        var @event = await _contentManager.GetAsync(registration.EventId);
        var answers = change.Answers is null || @event is null ? registration.Answers : _forms.Answers(@event, change.Answers, ModelState, registration.Answers);
        if (!ModelState.IsValid)
        {
            return Problem(ProblemKind.InvalidFields, RegisterForms.Problems(ModelState));
        }

        return await _desk.EditAsync(secret, form.ToDetails(answers), cancellationToken) switch
        {
            null => Problem(ProblemKind.NotFound),
            EditDecision.Change => await ShowAsync(secret, cancellationToken),
            EditDecision.PartyTooLarge => Problem(ProblemKind.InvalidFields, ApiFieldProblem.At("#/guests", S["That is more than one person may bring along."])),
            EditDecision.NoSeat => await AnswerAsync(ChangeResult.NoSeat, secret, cancellationToken),
            _ => await AnswerAsync(ChangeResult.NotPossible, secret, cancellationToken),
        };
    }

    /// <summary>Gives the registration up; asked twice, it stays given up.</summary>
    /// <param name="token">The personal token; or "own", with the token in the header Registration-Token.</param>
    /// <param name="registrationToken">The personal token, where it is not in the path.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpDelete(Name = "cancelRegistration")]
    [ProducesResponseType<RegistrationResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status409Conflict, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Cancel(string token, [FromHeader(Name = TokenHeader)] string? registrationToken, CancellationToken cancellationToken)
    {
        if (Secret(token, registrationToken) is not { } secret)
        {
            return Problem(ProblemKind.NotFound);
        }

        return await _desk.CancelAsync(secret, cancellationToken) switch
        {
            null => Problem(ProblemKind.NotFound),
            CancellationDecision.TooLate => await AnswerAsync(ChangeResult.NotPossible, secret, cancellationToken),
            _ => await ShowAsync(secret, cancellationToken),
        };
    }

    /// <summary>Proves that the e-mail address is the registrant's.</summary>
    /// <param name="token">The personal token; or "own", with the token in the header Registration-Token.</param>
    /// <param name="registrationToken">The personal token, where it is not in the path.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpPost("confirm", Name = "confirmAddress")]
    [ProducesResponseType<RegistrationResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status409Conflict, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Confirm(string token, [FromHeader(Name = TokenHeader)] string? registrationToken, CancellationToken cancellationToken) =>
        Secret(token, registrationToken) is { } secret
            ? await AnswerAsync(await _desk.ConfirmAddressAsync(secret, cancellationToken), secret, cancellationToken)
            : Problem(ProblemKind.NotFound);

    /// <summary>Takes the seat that was offered.</summary>
    /// <param name="token">The personal token; or "own", with the token in the header Registration-Token.</param>
    /// <param name="registrationToken">The personal token, where it is not in the path.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpPost("accept", Name = "acceptOffer")]
    [ProducesResponseType<RegistrationResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status409Conflict, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Accept(string token, [FromHeader(Name = TokenHeader)] string? registrationToken, CancellationToken cancellationToken) =>
        Secret(token, registrationToken) is { } secret
            ? await AnswerAsync(await _desk.AcceptAsync(secret, cancellationToken), secret, cancellationToken)
            : Problem(ProblemKind.NotFound);

    private static PersonalToken? Secret(string token, string? header) => PersonalToken.TryParse(token == InHeader ? header : token, out var secret) ? secret : null;

    private async Task<IActionResult> AnswerAsync(ChangeResult result, PersonalToken secret, CancellationToken cancellationToken) => result switch
    {
        ChangeResult.Done => await ShowAsync(secret, cancellationToken),
        ChangeResult.NotFound => Problem(ProblemKind.NotFound),
        ChangeResult.NoSeat => new ProblemAnswer(Problems.Of(ProblemKind.Refused, S["No seat is free."])),
        _ => new ProblemAnswer(Problems.Of(ProblemKind.Refused, S["The registration does not stand where this could be done, or it is too late."])),
    };

    private async Task<IActionResult> ShowAsync(PersonalToken secret, CancellationToken cancellationToken) =>
        await _desk.FindAsync(secret, cancellationToken) is { } registration
            ? new PersonalAnswer(await _writer.OwnAsync(registration, cancellationToken))
            : Problem(ProblemKind.NotFound);
}
