using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using InstituteCms.CheckIn;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using YesSql;

namespace InstituteCms.Api.Registering;

/// <summary>Registrations, for organisers with the right to see and change those of the event.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
[Route(Root + "/events/{id}/registrations")]
[Tags("Organisers")]
[PersonalPage]
[ProducesResponseType<ApiProblem>(StatusCodes.Status401Unauthorized, ProblemAnswer.ContentType)]
[ProducesResponseType<ApiProblem>(StatusCodes.Status403Forbidden, ProblemAnswer.ContentType)]
[ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ProblemAnswer.ContentType)]
public sealed class OrganizersApiController : SeminarsApiController
{
    private const int MaxWhy = 1_000;

    private readonly IContentManager _contentManager;
    private readonly RegistrationList _registrations;
    private readonly RegistrationDesk _desk;
    private readonly ISession _session;
    private readonly ApiUser _user;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public OrganizersApiController(
        IContentManager contentManager,
        RegistrationList registrations,
        RegistrationDesk desk,
        ISession session,
        ApiUser user,
        IClock clock,
        ApiProblems problems,
        IStringLocalizer<OrganizersApiController> localizer)
        : base(problems)
    {
        _contentManager = contentManager;
        _registrations = registrations;
        _desk = desk;
        _session = session;
        _user = user;
        _clock = clock;
        S = localizer;
    }

    /// <summary>Lists an event's registrations, the newest first.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="search">Part of a name, address or affiliation.</param>
    /// <param name="limit">Entries on a page.</param>
    /// <param name="cursor">The next of the page before.</param>
    [HttpGet(Name = "listRegistrations")]
    [ProducesResponseType<ApiList<OrganizerRegistrationResource>>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> List(
        string id, [FromQuery, MaxLength(200)] string? search = null, [FromQuery, Range(1, 100)] int limit = 50, [FromQuery, MaxLength(200)] string? cursor = null)
    {
        var (_, @event, problem) = await AdmitAsync(id, RegistrationPermissions.ViewRegistrations);
        if (@event is null)
        {
            return problem!; // One of the two is always there.
        }

        var list = $"registrations {id} {search}";
        var start = new ListCursor(_clock.UtcNow, DateTime.UnixEpoch, 0);
        if (cursor is not null && !ListCursor.TryRead(cursor, list, out start))
        {
            return Problem(ProblemKind.UnknownCursor, ApiFieldProblem.Of(nameof(cursor), S["Take the cursor from the answer before, with the same filters."]));
        }

        var found = await _registrations.ReadFromAsync(@event, new() { Search = search }, start.Skip, limit + 1);
        return new PersonalAnswer(new ApiList<OrganizerRegistrationResource>
        {
            Items = [.. found.Take(limit).Select(RegistrationWriter.ForOrganizers)],
            Next = found.Count > limit ? (start with { Skip = start.Skip + limit }).Write(list) : null,
        });
    }

    /// <summary>Changes where a registration stands; the person is told by mail.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="registrationId">The registration's id.</param>
    /// <param name="request">What is done.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpPost("{registrationId:long}/changes", Name = "changeStatus")]
    [ProducesResponseType<OrganizerRegistrationResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status409Conflict, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status415UnsupportedMediaType, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status422UnprocessableEntity, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Change(string id, long registrationId, [FromJson] CommandRequest request, CancellationToken cancellationToken)
    {
        var (user, _, problem) = await AdmitAsync(id, RegistrationPermissions.ManageRegistrations);
        if (problem is not null)
        {
            return problem;
        }

        if (await _session.GetAsync<Registration>(registrationId) is not { } registration || registration.EventId != id)
        {
            return Problem(ProblemKind.NotFound);
        }

        if (!Enum.TryParse<RegistrationCommand>(request.Command, out var command) || !Enum.IsDefined(command) || request.Command != command.ToString())
        {
            return Problem(ProblemKind.InvalidFields, ApiFieldProblem.At("#/command", S["Send one of the commands that the registration names."]));
        }

        if (request.Why?.Length > MaxWhy)
        {
            return Problem(ProblemKind.InvalidFields, ApiFieldProblem.At("#/why", S["Enter at most {0} characters.", MaxWhy]));
        }

        var result = await _desk.ChangeAsync(registrationId, command, new(RegistrationActor.Organizer, user!.Identity?.Name ?? "", request.Why?.Trim() ?? ""), cancellationToken);
        return result switch
        {
            ChangeResult.Done when await _session.GetAsync<Registration>(registrationId) is { } changed => new PersonalAnswer(RegistrationWriter.ForOrganizers(changed)),
            ChangeResult.NoSeat => new ProblemAnswer(Problems.Of(ProblemKind.Refused, S["No seat is free."])),
            ChangeResult.AddressTaken => new ProblemAnswer(Problems.Of(ProblemKind.Refused, S["The same address has another registration that stands."])),
            _ => new ProblemAnswer(Problems.Of(ProblemKind.Refused, S["The registration does not stand where this could be done, or it is too late."])),
        };
    }

    /// <summary>Notes at the door who has come; sent twice, it is noted once. Those without a seat are not found.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="registrationId">The registration's id.</param>
    /// <param name="request">What is noted.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpPost("{registrationId:long}/check-in", Name = "checkIn")]
    [ProducesResponseType<CheckInResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status413PayloadTooLarge, ProblemAnswer.ContentType)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status415UnsupportedMediaType, ProblemAnswer.ContentType)]
    public async Task<IActionResult> CheckIn(string id, long registrationId, [FromJson] CheckInRequest request, CancellationToken cancellationToken)
    {
        if (await AdmitAsync(id, CheckInPermissions.CheckInAttendees) is { Problem: { } problem })
        {
            return problem;
        }

        await _desk.TickAsync(id, [(registrationId, new(_clock.UtcNow, request.Here))], cancellationToken);
        return await _session.GetAsync<Registration>(registrationId) is { Status: RegistrationStatus.Confirmed } registration && registration.EventId == id
            ? new PersonalAnswer(new CheckInResource { Id = registration.Id, Here = registration.LastTick?.IsHere == true, At = ResourceText.Instant(registration.LastTick?.AtUtc) })
            : Problem(ProblemKind.NotFound);
    }

    /// <summary>Whoever asks and the event, if they may do this to it; otherwise what they are told.</summary>
    private async Task<(ClaimsPrincipal? User, ContentItem? Event, ProblemAnswer? Problem)> AdmitAsync(string eventId, Permission permission)
    {
        if (await _user.FindAsync(HttpContext) is not { } user)
        {
            return (null, null, Problem(ProblemKind.Unauthorized));
        }

        return await _contentManager.GetAsync(eventId, VersionOptions.Latest) is not { } @event || @event.ContentType != SeminarTypes.Event
            ? (user, null, Problem(ProblemKind.NotFound))
            : await _user.MayAsync(user, permission, @event) ? (user, @event, null) : (user, null, Problem(ProblemKind.Forbidden));
    }
}
