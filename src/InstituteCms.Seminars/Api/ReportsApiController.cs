using System.ComponentModel.DataAnnotations;
using InstituteCms.ForumReports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace InstituteCms.Api;

/// <summary>What was written afterwards.</summary>
[Route(Root + "/reports")]
[Tags("Reports")]
public sealed class ReportsApiController : SeminarsApiController
{
    private const string ListName = "reports";

    private readonly ReportFinder _finder;
    private readonly ReportWriter _writer;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public ReportsApiController(ReportFinder finder, ReportWriter writer, IClock clock, ApiProblems problems, IStringLocalizer<ReportsApiController> localizer)
        : base(problems) => (_finder, _writer, _clock, S) = (finder, writer, clock, localizer);

    /// <summary>Lists reports, the latest first.</summary>
    /// <param name="limit">Entries on a page.</param>
    /// <param name="cursor">The next of the page before.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet(Name = "listReports")]
    [ProducesResponseType<ApiList<ReportSummary>>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> List(
        [FromQuery, Range(1, 100)] int limit = 20,
        [FromQuery, MaxLength(200)] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var start = new ListCursor(_clock.UtcNow, DateTime.UnixEpoch, 0);
        if (cursor is not null && !ListCursor.TryRead(cursor, ListName, out start))
        {
            return Problem(ProblemKind.UnknownCursor, ApiFieldProblem.Of(nameof(cursor), S["Take the cursor from the answer before, with the same filters."]));
        }

        var found = await _finder.FindFromAsync(start.Skip, limit + 1, cancellationToken);
        var next = found.Count > limit ? (start with { Skip = start.Skip + limit }).Write(ListName) : null;
        return Page<ReportSummary>([.. found.Take(limit).Select(_writer.Summary)], next);
    }

    /// <summary>One report as a whole.</summary>
    /// <param name="id">The report's id.</param>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet("{id}", Name = "getReport")]
    [ProducesResponseType<ReportResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ApiProblem>(StatusCodes.Status404NotFound, ProblemAnswer.ContentType)]
    public async Task<IActionResult> Get(string id, CancellationToken cancellationToken) =>
        await _finder.FindAsync(id, cancellationToken) is { } found
            ? new ApiAnswer(await _writer.WholeAsync(found, cancellationToken))
            : Problem(ProblemKind.NotFound);
}
