using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace InstituteCms.Circulars;

/// <summary>What organisers write to many.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class CircularsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<CircularMigrations>();
        services.AddIndexProvider<CircularIndexProvider>();
        services.AddScoped<CircularReaderList>();
        services.AddScoped<CircularDesk>();
        services.AddScoped<CircularLog>();
        services.AddScoped<CircularCheck>();
    }
}
