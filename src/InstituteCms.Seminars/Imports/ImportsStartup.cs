using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace InstituteCms.Imports;

/// <summary>Registrations from files.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class ImportsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<ImportReader>();
        services.AddScoped<ImportTexts>();
        services.AddScoped<RegistrationImporter>();
    }
}
