using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Kernel.Navigation;

/// <summary>Menus made in code.</summary>
public sealed class NavigationStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<INavigationManager, NavigationManager>();
}
