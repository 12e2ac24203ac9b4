using InstituteCms.Dashboard;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Webhooks;

/// <summary>Programs that are told what happens.</summary>
[Feature("InstituteCms.Seminars.Webhooks")]
public sealed class WebhooksStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<WebhookMigrations>();
        services.AddIndexProvider<WebhookEndpointIndexProvider>();
        services.AddIndexProvider<WebhookMessageIndexProvider>();

        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookPump>();
        services.AddScoped<WebhookOutbox>();
        services.AddScoped<WebhookNews>();
        services.AddScoped<WebhookEndpoints>();
        services.AddScoped<WebhookMarks>();
        services.AddScoped<WebhookTexts>();
        services.AddScoped<EndedEvents>();
        services.AddScoped<IContentHandler, WebhookContentHandler>();
        services.AddSingleton<IBackgroundTask, WebhookTask>();

        services.AddPermissionProvider<WebhookPermissions>();
        services.AddNavigationProvider<WebhookAdminMenu>();
        services.AddDisplayDriver<SeminarDashboard, WebhooksDashboardDriver>();
    }
}

/// <summary>Programs that are told how many have registered.</summary>
[Feature("InstituteCms.Seminars.Webhooks")]
[RequireFeatures("InstituteCms.Seminars.Registrations")]
public sealed class WebhookSeatsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<WebhookSeats>();
        services.AddSingleton<IBackgroundTask, WebhookSeatsTask>();
    }
}
