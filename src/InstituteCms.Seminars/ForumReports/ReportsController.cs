using Microsoft.AspNetCore.Mvc;

namespace InstituteCms.ForumReports;

/// <summary>The list of reports.</summary>
public sealed class ReportsController : Controller
{
    private const int PageSize = 20;

    private readonly ReportFinder _finder;
    private readonly ReportReader _reader;

    public ReportsController(ReportFinder finder, ReportReader reader)
    {
        _finder = finder;
        _reader = reader;
    }

    [HttpGet("reports")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken cancellationToken = default)
    {
        var found = await _finder.FindAsync(Math.Clamp(page, 1, 10_000), PageSize, cancellationToken);
        return View(found.With(await _reader.ReadAsync(found.Entries, cancellationToken)));
    }
}
