using InstituteCms.Events;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;

namespace InstituteCms.Registrations;

/// <summary>When people registered for an event, and where they come from.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class RegistrationPlotController : Controller
{
    private const int MostAffiliations = 12;

    private readonly RegistrationCounts _counts;
    private readonly RegistrationTrend _trend;
    private readonly EventAccess _access;

    public RegistrationPlotController(RegistrationCounts counts, RegistrationTrend trend, EventAccess access)
    {
        _counts = counts;
        _trend = trend;
        _access = access;
    }

    /// <summary>Both plots.</summary>
    [HttpGet]
    [Admin("Seminars/Registrations/{eventId}/Plot", "SeminarsPlot")]
    public async Task<IActionResult> Index(string eventId, CancellationToken cancellationToken)
    {
        var (@event, refusal) = await _access.FindAsync(User, eventId, RegistrationPermissions.ViewRegistrations);
        if (@event is null)
        {
            return refusal!;
        }

        var span = await _counts.SpanAsync(eventId, cancellationToken);
        var zone = EventTimes.KnownZone(@event.GetOrCreate<EventPart>().TimeZoneId);
        var periods = span is { } known ? await _trend.ReadAsync(Periods.Between(known.FirstUtc, known.LastUtc, zone), eventId) : [];
        var affiliations = await _counts.ByAffiliationAsync(eventId, MostAffiliations, cancellationToken);
        return View(new PlotPage(@event, zone, periods, affiliations, await _counts.StandingAsync(eventId, cancellationToken)));
    }
}

/// <summary>How many of those who stand come from one place.</summary>
/// <param name="Affiliation">As the first of them typed it; empty where none was given.</param>
public sealed record AffiliationCount(string Affiliation, int Registrations);

/// <summary>The numbers of the plots.</summary>
/// <param name="TimeZoneId">IANA zone whose days are counted.</param>
/// <param name="Periods">All who have ever registered, by day or week.</param>
/// <param name="Affiliations">The most frequent of those who stand.</param>
/// <param name="Standing">All who stand.</param>
public sealed record PlotPage(ContentItem Event, string TimeZoneId, IReadOnlyList<WeekCount> Periods, IReadOnlyList<AffiliationCount> Affiliations, int Standing);
