using InstituteCms.Exports.Paper;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace InstituteCms.Exports;

/// <summary>Registrations as files that leave the site.</summary>
[Feature("InstituteCms.Seminars.Registrations")]
public sealed class ExportsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<RegistrationTables>();
        services.AddScoped<PaperGuests>();
        services.AddScoped<NameList>();
        services.AddSingleton<PaperFonts>();
    }
}
