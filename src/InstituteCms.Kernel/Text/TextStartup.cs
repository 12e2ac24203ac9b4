using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Infrastructure.Html;
using OrchardCore.Modules;
using OrchardCore.Modules.Services;

namespace InstituteCms.Kernel.Text;

/// <summary>Time, slugs and safe HTML.</summary>
public sealed class TextStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IClock, SystemClock>();
        services.AddSingleton<ISlugService, SlugService>();
        services.AddSingleton<IHtmlSanitizerService, HtmlSanitizerService>();
    }
}
