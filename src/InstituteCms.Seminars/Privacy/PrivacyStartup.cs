using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Privacy;

[Feature("InstituteCms.Seminars.Registrations")]
public sealed class PrivacyStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<TenantTables>();
        services.AddSingleton<TenantFiles>();
        services.AddScoped<PersonFinder>();
        services.AddScoped<RetentionCalendar>();
        services.AddScoped<RetentionTexts>();
        services.AddScoped<ErasurePlan>();
        services.AddScoped<OwnDataReader>();
        services.AddScoped<OwnDataFile>();
        services.AddPermissionProvider<PrivacyPermissions>();
        services.AddNavigationProvider<PrivacyAdminMenu>();
    }
}
