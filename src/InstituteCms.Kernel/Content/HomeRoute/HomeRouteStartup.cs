using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Content.HomeRoute;

/// <summary>The site setting HomeRoute answers the site's root, before any other route.</summary>
[Feature("OrchardCore.HomeRoute")]
public sealed class HomeRouteStartup : StartupBase
{
    private const int HomeOrder = -150;

    public override int ConfigureOrder => HomeOrder;

    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<HomeRouteTransformer>();

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) =>
        routes.MapDynamicControllerRoute<HomeRouteTransformer>("/", state: null!, order: HomeOrder);
}

internal sealed class HomeRouteTransformer(ISiteService sites) : DynamicRouteValueTransformer
{
    public override async ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values) =>
        (await sites.GetSiteSettingsAsync()).HomeRoute is { Count: > 0 } home ? new RouteValueDictionary(home) : null!;
}
