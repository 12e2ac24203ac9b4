using InstituteCms.Api;
using InstituteCms.Events;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Feeds;

/// <summary>The programme of a series, or of the whole site, as the programs of conferences read it (frab).</summary>
public sealed class ScheduleController : Controller
{
    private const int MaxEvents = 200;

    private readonly EventFinder _finder;
    private readonly EventReader _reader;
    private readonly EventTexts _texts;
    private readonly ISiteService _settings;
    private readonly SiteAddress _site;
    private readonly IClock _clock;

    public ScheduleController(EventFinder finder, EventReader reader, EventTexts texts, ISiteService settings, SiteAddress site, IClock clock) =>
        (_finder, _reader, _texts, _settings, _site, _clock) = (finder, reader, texts, settings, site, clock);

    [HttpGet("schedule.json")]
    public async Task<IActionResult> Json(string? series, CancellationToken cancellationToken) =>
        await ReadAsync(series, cancellationToken) is { } schedule ? new JsonResult(ScheduleJson.Of(schedule), ApiJson.Options) : NotFound();

    [HttpGet("schedule.xml")]
    public async Task<IActionResult> Xml(string? series, CancellationToken cancellationToken) =>
        await ReadAsync(series, cancellationToken) is { } schedule ? new XmlResult(ScheduleXml.Of(schedule), "application/xml; charset=utf-8") : NotFound();

    /// <summary>The programme; none of a series that has no events.</summary>
    private async Task<Schedule?> ReadAsync(string? series, CancellationToken cancellationToken)
    {
        var nowUtc = _clock.UtcNow;
        var upcoming = await _finder.FindAsync(new EventFilter(Series: series), nowUtc, 1, MaxEvents, cancellationToken);
        var past = await _finder.FindAsync(new EventFilter(Past: true, Series: series), nowUtc, 1, MaxEvents, cancellationToken);
        if (series is not null && upcoming.Total + past.Total == 0)
        {
            return null;
        }

        var title = string.IsNullOrEmpty(series) ? (await _settings.GetSiteSettingsAsync()).SiteName ?? "" : series;
        return Schedule.Of(title, await _reader.ReadAsync([.. upcoming.Entries, .. past.Entries], cancellationToken), _texts, _site);
    }
}
