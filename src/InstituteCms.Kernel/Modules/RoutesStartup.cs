using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Modules;

/// <summary>Maps every controller of the tenant, after the routes of its features.</summary>
public sealed class RoutesStartup : StartupBase
{
    /// <inheritdoc />
    public override int ConfigureOrder => 10_000;

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) =>
        routes.MapControllerRoute("default", "{area:exists}/{controller}/{action}/{id?}");
}
