using InstituteCms.Kernel.Tenants;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>Drafts that save themselves, forms that come too late, editors who meet.</summary>
public sealed class DraftsStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<Drafting>();
        services.AddSingleton<Presence>();
        services.AddSingleton<SentForms>();
        services.AddSingleton(provider => new ParkedForms(
            Path.Combine(provider.GetRequiredService<TenantFolder>().Path, "Parked"),
            provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<IClock>()));
    }
}
