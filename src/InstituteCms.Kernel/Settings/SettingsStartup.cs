using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Settings;

/// <summary>The site's settings.</summary>
public sealed class SettingsStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services) => services.AddSingleton<ISiteService, SiteService>();
}
