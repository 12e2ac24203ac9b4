using System.Text;
using InstituteCms.Events;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Feeds;

/// <summary>Events for people's calendars.</summary>
public sealed class CalendarController : Controller
{
    private const int MaxEvents = 200;

    private readonly EventFinder _finder;
    private readonly EventCalendar _calendar;
    private readonly IClock _clock;

    public CalendarController(EventFinder finder, EventCalendar calendar, IClock clock)
    {
        _finder = finder;
        _calendar = calendar;
        _clock = clock;
    }

    /// <summary>What is to come, and as much of what is over.</summary>
    [HttpGet("events.ics")]
    public async Task<IActionResult> All(CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var upcoming = await _finder.FindAsync(new EventFilter(), nowUtc, 1, MaxEvents, cancellationToken);
        var past = await _finder.FindAsync(new EventFilter(Past: true), nowUtc, 1, MaxEvents, cancellationToken);
        return File(upcoming.Entries.Concat(past.Entries), "events.ics");
    }

    [HttpGet("events/{slug}.ics")]
    public async Task<IActionResult> One(string slug, CancellationToken cancellationToken) =>
        await _finder.FindBySlugAsync(slug, cancellationToken) is { } found
            ? File([found], "event.ics")
            : NotFound();

    private FileContentResult File(IEnumerable<ContentItem> events, string name) =>
        File(Encoding.UTF8.GetBytes(_calendar.Write(events)), "text/calendar; charset=utf-8", name);
}
