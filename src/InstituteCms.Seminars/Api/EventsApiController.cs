using System.ComponentModel.DataAnnotations;
using InstituteCms.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Api;

/// <summary>What is announced.</summary>
[Route(Root + "/events")]
[Tags("Events")]
public sealed class EventsApiController : SeminarsApiController
{
    private readonly EventFinder _finder;
    private readonly EventWriter _writer;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public EventsApiController(EventFinder finder, EventWriter writer, IClock clock, ApiProblems problems, IStringLocalizer<EventsApiController> localizer)
        : base(problems) => (_finder, _writer, _clock, S) = (finder, writer, clock, localizer);

    /// <summary>Lists events: those to come, the next first, or those that are over, the latest first.</summary>
    /// <param name="past">Whether those that are over are asked for.</param>
    /// <param name="year">Year of the start by the event's own calendar.</param>
    /// <param name="series">Name of a series.</param>
    /// <param name="language">A language spoken, BCP 47, such as ja.</param>
    /// <param name="words">Words that all occur in the event.</param>
    /// <param name="limit">Entries on a page.</param>
    /// <param name="cursor">The next of the page before.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet(Name = "listEvents")]
    [ProducesResponseType<ApiList<EventSummary>>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> List(
        [FromQuery] bool past = false,
        [FromQuery, Range(1, 9999)] int? year = null,
        [FromQuery, MaxLength(200)] string? series = null,
        [FromQuery, MaxLength(35)] string? language = null,
        [FromQuery, MaxLength(200)] string? words = null,
        [FromQuery, Range(1, 100)] int limit = 20,
        [FromQuery, MaxLength(200)] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        if (language is { Length: > 0 } && !SpokenLanguages.IsKnown(language))
        {
            return Problem(ProblemKind.InvalidRequest, ApiFieldProblem.Of(nameof(language), S["No language has this tag."]));
        }

        var filter = new EventFilter(past, year, series, language, words);
        var start = new ListCursor(_clock.UtcNow, DateTime.UnixEpoch, 0);
        if (cursor is not null && !ListCursor.TryRead(cursor, $"{filter}", out start))
        {
            return Problem(ProblemKind.UnknownCursor, ApiFieldProblem.Of(nameof(cursor), S["Take the cursor from the answer before, with the same filters."]));
        }

        var found = await _finder.FindFromAsync(filter, start, limit + 1, cancellationToken);
        IReadOnlyList<ContentItem> page = [.. found.Take(limit)];
        var next = found.Count > limit ? ListCursor.After(start, [.. page.Select(SortOf)]).Write($"{filter}") : null;
        return Page(await _writer.SummariesAsync(page, cancellationToken), next);
    }

    /// <summary>One event with speakers, availability and report.</summary>
    /// <param name="id">The event's id, or the last part of the address of its page.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet("{id}", Name = "getEvent")]
    [ProducesResponseType<EventResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Get(string id, CancellationToken cancellationToken) =>
        await _finder.FindByIdOrSlugAsync(id, cancellationToken) is { } found ? new ApiAnswer(await _writer.WholeAsync(found, cancellationToken)) : Problem(ProblemKind.NotFound);

    /// <summary>Of one event alone whether one can register: cheap enough to be asked every few seconds.</summary>
    /// <param name="id">The event's id, or the last part of the address of its page.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet("{id}/availability", Name = "getAvailability")]
    [ProducesResponseType<AvailabilityResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Availability(string id, CancellationToken cancellationToken) =>
        await _finder.FindByIdOrSlugAsync(id, cancellationToken) is { } found ? new ApiAnswer(await _writer.AvailabilityAsync(found, cancellationToken)) : Problem(ProblemKind.NotFound);

    private static DateTime SortOf(ContentItem item) => item.GetOrCreate<EventPart>().StartUtc ?? EventPartIndex.NotFixed;
}
