using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Localization;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Localization;

/// <summary>Translations, and the culture of requests.</summary>
public sealed class LocalizationStartup : StartupBase
{
    /// <summary>Before whatever says something.</summary>
    public override int ConfigureOrder => -200;

    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<Translations>();
        services.AddScoped<ILocalizationService, LocalizationService>();
        services.AddSingleton<PoStringLocalizerFactory>();
        services.AddSingleton<IStringLocalizerFactory>(sp => sp.GetRequiredService<PoStringLocalizerFactory>());
        services.AddSingleton<IHtmlLocalizerFactory, PoHtmlLocalizerFactory>();
        services.AddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.AddTransient(typeof(IHtmlLocalizer<>), typeof(HtmlLocalizer<>));
        services.AddTransient<IViewLocalizer, ViewLocalizer>();
        services.AddSingleton<MvcMessages>();
        services.AddSingleton<IPostConfigureOptions<MvcOptions>>(sp => sp.GetRequiredService<MvcMessages>());
        services.AddSingleton<IConfigureOptions<MvcDataAnnotationsLocalizationOptions>>(sp => sp.GetRequiredService<MvcMessages>());
    }

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) =>
        app.UseMiddleware<SiteCultureMiddleware>();
}
