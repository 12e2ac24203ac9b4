using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;

namespace InstituteCms.Events;

/// <summary>The list of events.</summary>
public sealed class EventsController : Controller
{
    private const int PageSize = 20;

    private readonly EventFinder _finder;
    private readonly EventReader _reader;
    private readonly IClock _clock;

    public EventsController(EventFinder finder, EventReader reader, IClock clock)
    {
        _finder = finder;
        _reader = reader;
        _clock = clock;
    }

    [HttpGet("events")]
    public async Task<IActionResult> Index(
        bool past = false, int? year = null, string? series = null, string? language = null, string? words = null, int page = 1,
        CancellationToken cancellationToken = default)
    {
        var filter = new EventFilter(past, year, series, language, words);
        var found = await _finder.FindAsync(filter, _clock.UtcNow, Math.Clamp(page, 1, 10_000), PageSize, cancellationToken);
        var choices = await _finder.FindChoicesAsync(cancellationToken);
        return View(new EventListViewModel(filter, choices, found.With(await _reader.ReadAsync(found.Entries, cancellationToken))));
    }
}
