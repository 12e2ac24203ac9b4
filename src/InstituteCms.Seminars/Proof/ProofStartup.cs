using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Proof;

[Feature("InstituteCms.Seminars.Registrations")]
public sealed class ProofStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<ProofTables>();
        services.AddScoped<RegistrationProof>();
        services.AddScoped<ProofTexts>();
        services.AddNavigationProvider<ProofAdminMenu>();
    }
}
