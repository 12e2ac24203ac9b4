using InstituteCms.Events;
using InstituteCms.ForumReports;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;

namespace InstituteCms.Dashboard;

/// <summary>What is next: an event to announce, events to come, reports to write.</summary>
public sealed class EventsDashboardDriver : DisplayDriver<SeminarDashboard>
{
    private const int Shown = 6;

    private readonly DashboardAccess _access;
    private readonly EventFinder _events;
    private readonly AvailabilityReader _availability;
    private readonly ReportFinder _reports;
    private readonly IClock _clock;

    public EventsDashboardDriver(DashboardAccess access, EventFinder events, AvailabilityReader availability, ReportFinder reports, IClock clock)
    {
        _access = access;
        _events = events;
        _availability = availability;
        _reports = reports;
        _clock = clock;
    }

    public override IDisplayResult Display(SeminarDashboard model, BuildDisplayContext context) => Combine(
        Initialize<AnnounceViewModel>("SeminarDashboard_Announce", _ => { })
            .Location("Header:1")
            .RenderWhen(() => _access.MayCreateAsync(SeminarTypes.Event)),
        Initialize<NextEventsViewModel>("SeminarDashboard_NextEvents", FillAsync)
            .Location("Main:1")
            .RenderWhen(() => _access.MayListAsync(SeminarTypes.Event)),
        Initialize<MissingReportsViewModel>("SeminarDashboard_MissingReports", FillAsync)
            .Location("Main:3")
            .RenderWhen(() => _access.MayCreateAsync(SeminarTypes.ForumReport)));

    private async ValueTask FillAsync(NextEventsViewModel model)
    {
        var page = await _events.FindAsync(new EventFilter(), _clock.UtcNow, 1, Shown);
        var facts = await _availability.ReadAsync(page.Entries);
        model.MayEdit = await _access.MayEditAllAsync(SeminarTypes.Event);
        model.Total = page.Total;
        model.Events = [.. page.Entries.Select(item => new EventFacts(item, facts[item.ContentItemId]))];
    }

    private async ValueTask FillAsync(MissingReportsViewModel model)
    {
        model.NowUtc = _clock.UtcNow;
        model.Events = [.. (await _reports.FindEventsWithoutAsync(model.NowUtc)).Take(Shown)];
    }
}
