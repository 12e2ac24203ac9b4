using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Content.Autoroute;

[Feature("OrchardCore.Autoroute")]
public sealed class AutorouteStartup : StartupBase
{
    public override int ConfigureOrder => OrchardCoreConstants.ConfigureOrder.Autoroute;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddContentPart<AutoroutePart>().AddHandler<AutoroutePartHandler>();
        services.AddIndexProvider<AutoroutePartIndexProvider>();
        services.AddDataMigration<AutorouteMigrations>();
        services.AddPermissionProvider<AutoroutePermissionProvider>();
        services.AddScoped<IContentHandleProvider, SlugHandleProvider>();
        services.AddSingleton<AutorouteEntries>();
        services.AddScoped<AutorouteTransformer>();
        services.AddRouting();
        DecorateLinks(services);
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        app.Use(async (context, next) =>
        {
            // Links are made synchronously: their table is read before the request needs it.
            var services = context.RequestServices;
            await services.GetRequiredService<AutorouteEntries>().GetAsync(services.GetRequiredService<YesSql.ISession>());
            await next(context);
        });

        routes.MapDynamicControllerRoute<AutorouteTransformer>("/{**slug}");
    }

    private static void DecorateLinks(IServiceCollection services)
    {
        var original = services.Last(service => service.ServiceType == typeof(IEndpointAddressScheme<RouteValuesAddress>));
        services.Remove(original);
        services.AddSingleton<IEndpointAddressScheme<RouteValuesAddress>>(provider => new AutorouteAddressScheme(
            (IEndpointAddressScheme<RouteValuesAddress>)ActivatorUtilities.CreateInstance(provider, original.ImplementationType!),
            provider.GetRequiredService<AutorouteEntries>()));
    }
}
