using InstituteCms.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace InstituteCms.Api;

/// <summary>What events are grouped by.</summary>
[Route(Root + "/series")]
[Tags("Series")]
public sealed class SeriesApiController : SeminarsApiController
{
    private readonly EventFinder _finder;
    private readonly SiteAddress _site;

    public SeriesApiController(EventFinder finder, SiteAddress site, ApiProblems problems)
        : base(problems) => (_finder, _site) = (finder, site);

    /// <summary>Lists the series of the latest events, by name.</summary>
    /// <param name="cancellationToken">Ends the work when nobody waits for it.</param>
    [HttpGet(Name = "listSeries")]
    [ProducesResponseType<ApiList<SeriesResource>>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    public async Task<IActionResult> List(CancellationToken cancellationToken)
    {
        var choices = await _finder.FindChoicesAsync(cancellationToken);
        return Page<SeriesResource>([.. choices.Series.Select(Series)], next: null);
    }

    private SeriesResource Series(string name)
    {
        var query = QueryString.Create("series", name);
        return new()
        {
            Name = name,
            EventsUrl = _site.Absolute($"~/{Root}/events") + query,
            CalendarUrl = _site.Absolute("~/events.ics") + query,
            ScheduleUrl = _site.Absolute("~/schedule.json") + query,
        };
    }
}
