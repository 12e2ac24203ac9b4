using System.ComponentModel.DataAnnotations;
using InstituteCms.Speakers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace InstituteCms.Api;

/// <summary>Who talks.</summary>
[Route(Root + "/speakers")]
[Tags("Speakers")]
public sealed class SpeakersApiController : SeminarsApiController
{
    private readonly SpeakerFinder _finder;
    private readonly SpeakerWriter _writer;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public SpeakersApiController(SpeakerFinder finder, SpeakerWriter writer, IClock clock, ApiProblems problems, IStringLocalizer<SpeakersApiController> localizer)
        : base(problems) => (_finder, _writer, _clock, S) = (finder, writer, clock, localizer);

    /// <summary>Lists speakers by name.</summary>
    /// <param name="words">Words that all occur in what is known of the speaker.</param>
    /// <param name="limit">Entries on a page.</param>
    /// <param name="cursor">The next of the page before.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet(Name = "listSpeakers")]
    [ProducesResponseType<ApiList<SpeakerSummary>>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> List(
        [FromQuery, MaxLength(200)] string? words = null,
        [FromQuery, Range(1, 100)] int limit = 50,
        [FromQuery, MaxLength(200)] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var list = $"speakers {words}";
        var start = new ListCursor(_clock.UtcNow, DateTime.UnixEpoch, 0);
        if (cursor is not null && !ListCursor.TryRead(cursor, list, out start))
        {
            return Problem(ProblemKind.UnknownCursor, ApiFieldProblem.Of(nameof(cursor), S["Take the cursor from the answer before, with the same filters."]));
        }

        var found = await _finder.FindFromAsync(words, start.Skip, limit + 1, cancellationToken);
        var next = found.Count > limit ? (start with { Skip = start.Skip + limit }).Write(list) : null;
        return Page<SpeakerSummary>([.. found.Take(limit).Select(_writer.Summary)], next);
    }

    /// <summary>One speaker with biography and appearances.</summary>
    /// <param name="id">The speaker's id.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet("{id}", Name = "getSpeaker")]
    [ProducesResponseType<SpeakerResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Get(string id, CancellationToken cancellationToken) =>
        (await _finder.FindAsync([id], cancellationToken)).GetValueOrDefault(id) is { } found
            ? new ApiAnswer(await _writer.WholeAsync(found, cancellationToken))
            : Problem(ProblemKind.NotFound);
}
