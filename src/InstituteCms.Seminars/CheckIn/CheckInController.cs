using InstituteCms.Registrations;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.CheckIn;

/// <summary>The door of an event, on a phone. The page itself names nobody: it may be kept for when there is no connection.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class CheckInController : Controller
{
    private const int MaxName = 200;

    private readonly IContentManager _contentManager;
    private readonly DoorReader _door;
    private readonly RegistrationDesk _desk;
    private readonly IAntiforgery _antiforgery;
    private readonly IAuthorizationService _authorization;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public CheckInController(
        IContentManager contentManager, DoorReader door, RegistrationDesk desk, IAntiforgery antiforgery, IAuthorizationService authorization, IClock clock,
        IStringLocalizer<CheckInController> localizer)
    {
        _contentManager = contentManager;
        _door = door;
        _desk = desk;
        _antiforgery = antiforgery;
        _authorization = authorization;
        _clock = clock;
        S = localizer;
    }

    /// <summary>Today's events.</summary>
    [HttpGet("check-in")]
    public async Task<IActionResult> Today(CancellationToken cancellationToken) =>
        await _authorization.AuthorizeAsync(User, CheckInPermissions.CheckInAttendees) ? View(await _door.ListTodayAsync(cancellationToken)) : Refuse();

    [HttpGet("check-in/{eventId}")]
    public async Task<IActionResult> Index(string eventId)
    {
        var (@event, refusal) = await FindAsync(eventId);
        return @event is null ? refusal! : View(@event);
    }

    /// <summary>Everybody by name, to be printed; without scripts, to be ticked.</summary>
    [HttpGet("check-in/{eventId}/list")]
    public async Task<IActionResult> List(string eventId, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        if (@event is null)
        {
            return refusal!;
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        return View(new DoorPage(@event, await _door.ReadAsync(@event, cancellationToken)));
    }

    [HttpPost("check-in/{eventId}/list")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Tick(string eventId, long id, bool here, CancellationToken cancellationToken)
    {
        if (await FindAsync(eventId) is { Refusal: { } refusal })
        {
            return refusal;
        }

        await _desk.TickAsync(eventId, [(id, new(_clock.UtcNow, here))], cancellationToken);
        return RedirectToAction(nameof(List), "CheckIn", new { eventId }, $"person-{id}");
    }

    [HttpGet("check-in/{eventId}/people")]
    public async Task<IActionResult> People(string eventId, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        return @event is null ? refusal! : await AnswerAsync(@event, new Dictionary<string, string>(), cancellationToken);
    }

    /// <summary>Takes what a phone has noted, sent once or twice, and answers with how things stand.</summary>
    [HttpPost("check-in/{eventId}/people")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Report(string eventId, string? report, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await FindAsync(eventId);
        if (@event is null)
        {
            return refusal!;
        }

        if (DoorReports.Read(report) is not { } sent)
        {
            return BadRequest();
        }

        if (sent.Ticks.Count > 0)
        {
            await _desk.TickAsync(eventId, [.. sent.Ticks.Select(tick => (tick.Id, new CheckInTick(TimeOf(tick.At), tick.Here)))], cancellationToken);
        }

        var refused = new Dictionary<string, string>();
        foreach (var walkIn in sent.WalkIns)
        {
            if (PersonalToken.TryParse(walkIn.Key, out var key)
                && await _desk.LetInAsync(@event, new(key, NameOf(walkIn), TimeOf(walkIn.At), User.Identity?.Name ?? ""), cancellationToken) is { } reason)
            {
                refused[walkIn.Key] = _door.Say(reason);
            }
        }

        return await AnswerAsync(@event, refused, cancellationToken);
    }

    /// <summary>Keeps the page at hand without a connection. It is served here, for it may answer for no address above its own.</summary>
    [HttpGet("check-in/worker.js")]
    public IActionResult Worker() => Content($"importScripts('{Url.Content("~/InstituteCms.Seminars/check-in-worker.js")}');", "text/javascript; charset=utf-8");

    private async Task<IActionResult> AnswerAsync(ContentItem @event, Dictionary<string, string> refused, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        var list = await _door.ReadAsync(@event, cancellationToken);
        return Json(list with { Refused = refused, Token = _antiforgery.GetAndStoreTokens(HttpContext).RequestToken ?? "" }, DoorReports.Options);
    }

    private async Task<(ContentItem? Event, IActionResult? Refusal)> FindAsync(string eventId)
    {
        var @event = await _contentManager.GetAsync(eventId, VersionOptions.Latest);
        return !await _authorization.AuthorizeAsync(User, CheckInPermissions.CheckInAttendees, @event) ? (null, Refuse())
            : @event?.ContentType == SeminarTypes.Event ? (await _contentManager.GetAsync(eventId) ?? @event, null)
            : (null, NotFound());
    }

    private IActionResult Refuse() => User.Identity?.IsAuthenticated == true ? Forbid() : Challenge();

    private string NameOf(SentWalkIn walkIn) => walkIn.Name?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, MaxName)] : S["Walk-in"];

    // No phone knows of what has not happened yet.
    private DateTime TimeOf(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, 0, DoorPerson.Milliseconds(_clock.UtcNow))).UtcDateTime;
}

/// <summary>The list on paper.</summary>
public sealed record DoorPage(ContentItem Event, DoorList List);
