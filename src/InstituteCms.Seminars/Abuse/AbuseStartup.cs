using InstituteCms.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Abuse;

[Feature("InstituteCms.Seminars.Registrations")]
public sealed class AbuseStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.TryAddSingleton<RequestLimits>();
        services.AddScoped<FormLimits>();
        services.AddSingleton<SettingsReader<AbuseSettings>>();
        services.AddScoped<FormStamps>();
        services.AddNavigationProvider<AbuseAdminMenu>();
    }
}
