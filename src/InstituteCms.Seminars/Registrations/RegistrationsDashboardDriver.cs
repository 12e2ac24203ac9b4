using InstituteCms.Dashboard;
using InstituteCms.Mails;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using YesSql;

namespace InstituteCms.Registrations;

/// <summary>How many people register, and whose mail did not arrive.</summary>
public sealed class RegistrationsDashboardDriver : DisplayDriver<SeminarDashboard>
{
    private const int WeeksShown = 12;
    private const int MessagesShown = 5;

    private readonly DashboardAccess _access;
    private readonly RegistrationTrend _trend;
    private readonly ISession _session;

    public RegistrationsDashboardDriver(DashboardAccess access, RegistrationTrend trend, ISession session)
    {
        _access = access;
        _trend = trend;
        _session = session;
    }

    public override IDisplayResult Display(SeminarDashboard model, BuildDisplayContext context) => Combine(
        Initialize<TrendViewModel>("SeminarDashboard_Registrations", async trend => trend.Weeks = await _trend.ReadAsync(WeeksShown))
            .Location("Main:2")
            .RenderWhen(() => _access.MayAsync(RegistrationPermissions.ViewRegistrations)),
        Initialize<FailedMailViewModel>("SeminarDashboard_FailedMail", FillAsync)
            .Location("Side:2")
            .RenderWhen(() => _access.MayAsync(RegistrationPermissions.ViewRegistrations)));

    private async ValueTask FillAsync(FailedMailViewModel model)
    {
        var failed = nameof(OutboxStatus.Failed);
        model.Total = await _session.QueryIndex<OutboxIndex>(x => x.Status == failed).CountAsync();
        model.Messages = model.Total == 0 ? [] : [.. await _session
            .Query<OutboxMessage, OutboxIndex>(x => x.Status == failed)
            .OrderByDescending(x => x.CreatedUtc)
            .Take(MessagesShown)
            .ListAsync()];
    }
}

/// <summary>Registrations by week, the oldest first.</summary>
public class TrendViewModel
{
    public IReadOnlyList<WeekCount> Weeks { get; set; } = [];
}

/// <summary>Mail that was given up, the latest first.</summary>
public class FailedMailViewModel
{
    public IReadOnlyList<OutboxMessage> Messages { get; set; } = [];

    /// <summary>How many there are, shown or not.</summary>
    public int Total { get; set; }
}
