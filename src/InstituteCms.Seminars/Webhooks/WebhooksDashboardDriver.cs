using InstituteCms.Dashboard;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using YesSql;

namespace InstituteCms.Webhooks;

/// <summary>Says which programs were switched off because they took nothing for days: their owners wait in vain.</summary>
public sealed class WebhooksDashboardDriver : DisplayDriver<SeminarDashboard>
{
    private readonly DashboardAccess _access;
    private readonly ISession _session;

    public WebhooksDashboardDriver(DashboardAccess access, ISession session)
    {
        _access = access;
        _session = session;
    }

    public override async Task<IDisplayResult> DisplayAsync(SeminarDashboard model, BuildDisplayContext context)
    {
        if (!await _access.MayAsync(WebhookPermissions.ManageWebhooks))
        {
            return null!; // Nothing to show, says the contract.
        }

        var givenUp = (await _session.Query<WebhookEndpoint, WebhookEndpointIndex>(endpoint => endpoint.GivenUpUtc != null).ListAsync()).ToList();
        return givenUp.Count == 0
            ? null!
            : Initialize<GivenUpWebhooksViewModel>("SeminarDashboard_Webhooks", webhooks => webhooks.Endpoints = givenUp).Location("Side:2.5");
    }
}

/// <summary>Programs that were given up.</summary>
public class GivenUpWebhooksViewModel
{
    public IReadOnlyList<WebhookEndpoint> Endpoints { get; set; } = [];
}
