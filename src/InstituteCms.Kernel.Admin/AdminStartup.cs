using InstituteCms.Kernel.Admin.Contents;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Kernel.Admin;

/// <summary>The admin application.</summary>
public sealed class AdminStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddNavigationProvider<AdminMenu>();
        services.AddScoped<ContentTypes>();
        services.AddScoped<ContentList>();
        services.AddScoped<ContentListMemories>();
        services.AddScoped<ContentBatches>();
    }
}
