using InstituteCms.Events;
using InstituteCms.ForumReports;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;

namespace InstituteCms.Home;

/// <summary>The front page: what is next, and what there is to read.</summary>
public sealed class HomeController : Controller
{
    private const int UpcomingCount = 6;
    private const int PastCount = 3;
    private const int ReportCount = 3;

    private readonly EventFinder _events;
    private readonly EventReader _eventReader;
    private readonly ReportFinder _reports;
    private readonly ReportReader _reportReader;
    private readonly IClock _clock;

    public HomeController(EventFinder events, EventReader eventReader, ReportFinder reports, ReportReader reportReader, IClock clock)
    {
        _events = events;
        _eventReader = eventReader;
        _reports = reports;
        _reportReader = reportReader;
        _clock = clock;
    }

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var upcoming = await _events.FindAsync(new EventFilter(), nowUtc, 1, UpcomingCount, cancellationToken);
        var past = await _events.FindAsync(new EventFilter(Past: true), nowUtc, 1, PastCount, cancellationToken);
        var reports = await _reports.FindAsync(1, ReportCount, cancellationToken);
        var details = await _eventReader.ReadAsync([.. upcoming.Entries, .. past.Entries], cancellationToken);

        return View(new HomeViewModel(
            [.. details.Take(upcoming.Entries.Count)],
            [.. details.Skip(upcoming.Entries.Count)],
            await _reportReader.ReadAsync(reports.Entries, cancellationToken)));
    }
}
