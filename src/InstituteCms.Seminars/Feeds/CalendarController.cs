using System.Text;
using InstituteCms.Events;
using InstituteCms.Speakers;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Feeds;

/// <summary>Events for people's calendars.</summary>
public sealed class CalendarController : Controller
{
    private const int MaxEvents = 200;

    private readonly EventFinder _finder;
    private readonly SpeakerFinder _speakers;
    private readonly EventCalendar _calendar;
    private readonly IClock _clock;

    public CalendarController(EventFinder finder, SpeakerFinder speakers, EventCalendar calendar, IClock clock) =>
        (_finder, _speakers, _calendar, _clock) = (finder, speakers, calendar, clock);

    /// <summary>What is to come, and as much of what is over: all of it, or of one series.</summary>
    [HttpGet("events.ics")]
    public async Task<IActionResult> All(string? series, CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var upcoming = await _finder.FindAsync(new EventFilter(Series: series), nowUtc, 1, MaxEvents, cancellationToken);
        var past = await _finder.FindAsync(new EventFilter(Past: true, Series: series), nowUtc, 1, MaxEvents, cancellationToken);
        return File(upcoming.Entries.Concat(past.Entries), "events.ics");
    }

    [HttpGet("events/{slug}.ics")]
    public async Task<IActionResult> One(string slug, CancellationToken cancellationToken) =>
        await _finder.FindBySlugAsync(slug, cancellationToken) is { } found
            ? File([found], "event.ics")
            : NotFound();

    /// <summary>Where one speaker appears.</summary>
    [HttpGet("speakers/{slug}.ics")]
    public async Task<IActionResult> OfSpeaker(string slug, CancellationToken cancellationToken) =>
        await _speakers.FindBySlugAsync(slug, cancellationToken) is { } speaker
            ? File(await _finder.FindAppearancesAsync(speaker.ContentItemId, cancellationToken), "speaker.ics")
            : NotFound();

    private FileContentResult File(IEnumerable<ContentItem> events, string name) =>
        File(Encoding.UTF8.GetBytes(_calendar.Write(events)), "text/calendar; charset=utf-8", name);
}
