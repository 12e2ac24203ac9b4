using System.Text.Json;
using InstituteCms.Abuse;
using InstituteCms.Events;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Api.Registering;

/// <summary>Where programs register people.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
[Route(Root + "/events/{id}")]
[Tags("Registrations")]
public sealed class RegisterApiController : SeminarsApiController
{
    private readonly EventFinder _events;
    private readonly RegistrationDesk _desk;
    private readonly RegisterForms _forms;
    private readonly RegistrationWriter _writer;
    private readonly PrivacyNoticeWriter _notices;
    private readonly PersonalLinks _links;
    private readonly IdempotencyKeys _keys;
    private readonly FormLimits _limits;
    private readonly IStringLocalizer S;

    public RegisterApiController(
        EventFinder events,
        RegistrationDesk desk,
        RegisterForms forms,
        RegistrationWriter writer,
        PrivacyNoticeWriter notices,
        PersonalLinks links,
        IdempotencyKeys keys,
        FormLimits limits,
        ApiProblems problems,
        IStringLocalizer<RegisterApiController> localizer)
        : base(problems)
    {
        _events = events;
        _desk = desk;
        _forms = forms;
        _writer = writer;
        _notices = notices;
        _links = links;
        _keys = keys;
        _limits = limits;
        S = localizer;
    }

    /// <summary>What has to be asked, and said, before somebody registers.</summary>
    /// <param name="id">The event's id, or the last part of the address of its page.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet("registration-form", Name = "getRegistrationForm")]
    [ProducesResponseType<RegistrationFormResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Form(string id, CancellationToken cancellationToken) =>
        await _events.FindByIdOrSlugAsync(id, cancellationToken) is { } @event ? new ApiAnswer(await _writer.FormAsync(@event)) : Problem(ProblemKind.NotFound);

    /// <summary>Registers a person, by the rules of the form on the event's page.</summary>
    /// <param name="id">The event's id, or the last part of the address of its page.</param>
    /// <param name="request">The registration.</param>
    /// <param name="idempotencyKey">Made up anew for each registration; sent again with the same body, it gets the same answer and registers nobody twice. Kept for a day.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpPost("registrations", Name = "register")]
    [ProducesResponseType<RegisteredResource>(StatusCodes.Status201Created, "application/json")]
    [ProducesResponseType<RegisteredResource>(StatusCodes.Status202Accepted, "application/json")]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status409Conflict, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status415UnsupportedMediaType, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status422UnprocessableEntity, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Register(
        string id, [FromJson] RegisterRequest request, [FromHeader(Name = IdempotencyKeys.Header)] string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (await _events.FindByIdOrSlugAsync(id, cancellationToken) is not { } @event)
        {
            return Problem(ProblemKind.NotFound);
        }

        if (idempotencyKey is not null && !IdempotencyKeys.IsValid(idempotencyKey))
        {
            return Problem(ProblemKind.InvalidRequest, ApiFieldProblem.Of(IdempotencyKeys.Header, S["Send a key of 1 to 200 visible ASCII characters."]));
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Options);
        if (idempotencyKey is not null && await _keys.FindAsync(Request, idempotencyKey, body) is { } given)
        {
            return given.IsSame ? Again(given.Answer) : Problem(ProblemKind.KeyReused, ApiFieldProblem.Of(IdempotencyKeys.Header, S["Make up another key for another registration."]));
        }

        if (await _limits.CountRegistrationAsync(HttpContext, request.Email ?? "", ContentAddress.AddressOf(@event)) is { } wait && wait > TimeSpan.Zero)
        {
            Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Problem(ProblemKind.TooManyRequests);
        }

        return await CheckAsync(@event, request) is { } registrant
            ? await RegisterAsync(@event, registrant, idempotencyKey, body, cancellationToken)
            : Problem(ProblemKind.InvalidFields, RegisterForms.Problems(ModelState));
    }

    /// <summary>The registrant, if everything is as the form wants it.</summary>
    private async Task<Registrant?> CheckAsync(ContentItem @event, RegisterRequest request)
    {
        var form = RegisterForms.ToForm(request);
        TryValidateModel(form);
        var notice = await _notices.WriteAsync(@event);
        if (form.NoticeVersion != notice.Version)
        {
            ModelState.AddModelError("#/noticeVersion", S["This is not the version of the privacy notice that holds now. Show the notice again, and send its version."]);
        }

        var answers = _forms.Answers(@event, request.Answers, ModelState);
        return ModelState.IsValid ? form.ToRegistrant(_notices.Agreed(notice, form.Optional)) with { Answers = answers } : null;
    }

    private async Task<IActionResult> RegisterAsync(ContentItem @event, Registrant registrant, string? key, byte[] body, CancellationToken cancellationToken)
    {
        var isFirst = true;
        var receipt = await _desk.RegisterAsync(@event.ContentItemId, registrant, key is null ? null : async (session, outcome) =>
            isFirst = await _keys.TryPutAsync(session, Request, key, body, await ToAnswerAsync(outcome)), cancellationToken);
        if (!isFirst && await _keys.FindAsync(Request, key!, body) is { IsSame: true } given)
        {
            return Again(given.Answer); // The same request came twice at the same time.
        }

        if (receipt is null)
        {
            return Problem(ProblemKind.NotFound);
        }

        return Again(await ToAnswerAsync(receipt));
    }

    private async Task<GivenAnswer> ToAnswerAsync(RegistrationReceipt receipt) => receipt switch
    {
        { Token: { } token, Outcome: RegistrationOutcome.Accepted accepted } => new(
            StatusCodes.Status201Created,
            JsonSerializer.Serialize(new RegisteredResource { Token = token.Value, Status = (ApiRegistrationStatus)accepted.Status, Url = await _links.ToAsync(token) }, ApiJson.Options)),
        { Outcome: RegistrationOutcome.Refused(RefusalReason.AlreadyRegistered) } => new(
            StatusCodes.Status202Accepted,
            JsonSerializer.Serialize(new RegisteredResource { Token = null, Status = null, Url = null }, ApiJson.Options)),
        _ => new(StatusCodes.Status409Conflict, JsonSerializer.Serialize(Refusal((receipt.Outcome as RegistrationOutcome.Refused)?.Reason), ApiJson.Options)),
    };

    private ApiProblem Refusal(RefusalReason? reason) => Problems.Of(ProblemKind.Refused, reason switch
    {
        RefusalReason.Full => S["Fully booked"],
        RefusalReason.NotYetOpen => S["Registration has not opened yet."],
        RefusalReason.Closed => S["Registration is now closed for this event."],
        RefusalReason.EventEnded => S["This event has ended."],
        RefusalReason.EventCancelled => S["This event has been cancelled."],
        RefusalReason.EventPostponed => S["This event has been postponed. The new date will be announced here."],
        RefusalReason.NotOffered => S["No registration is needed."],
        RefusalReason.NotInvited => S["By invitation only"],
        RefusalReason.AddressNotAdmitted => S["Addresses of this domain may not register for this event."],
        RefusalReason.PartyTooLarge => S["So many people cannot be registered together."],
        _ => (string?)null,
    });

    private static ContentResult Again(GivenAnswer answer) => new()
    {
        StatusCode = answer.Status,
        Content = answer.Body,
        ContentType = answer.Status >= 400 ? ProblemAnswer.ContentType : "application/json; charset=utf-8",
    };
}
