using Microsoft.AspNetCore.Mvc;

namespace InstituteCms.Speakers;

/// <summary>The list of speakers.</summary>
public sealed class SpeakersController : Controller
{
    private const int PageSize = 50;

    private readonly SpeakerFinder _finder;

    public SpeakersController(SpeakerFinder finder) => _finder = finder;

    [HttpGet("speakers")]
    public async Task<IActionResult> Index(string? words = null, int page = 1, CancellationToken cancellationToken = default) =>
        View(new SpeakerListViewModel(words, await _finder.FindAsync(words, Math.Clamp(page, 1, 10_000), PageSize, cancellationToken)));
}
