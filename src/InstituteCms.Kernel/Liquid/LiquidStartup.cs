using Fluid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Liquid;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Liquid;

/// <summary>Liquid for shapes and for text.</summary>
public sealed class LiquidStartup : StartupBase
{
    /// <inheritdoc />
    public override int Order => -100;

    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<LiquidViewParser>();
        services.AddSingleton<LiquidTemplates>();
        services.AddScoped<LiquidContexts>();
        services.AddScoped<LiquidShapes>();
        services.AddScoped<ILiquidTemplateManager, LiquidTemplateManager>();
        services.AddSingleton<IConfigureOptions<TemplateOptions>, LiquidOptionsSetup>();
        services.AddSingleton<IConfigureOptions<TemplateOptions>, LiquidFilters>();
    }
}
