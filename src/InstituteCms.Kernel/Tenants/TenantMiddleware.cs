using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OrchardCore.Environment.Shell.Models;

namespace InstituteCms.Kernel.Tenants;

/// <summary>Finds the tenant of a request and runs the request in a scope of that tenant.</summary>
internal sealed class TenantMiddleware
{
    private readonly RequestDelegate _next;
    private readonly TenantHost _tenants;

    public TenantMiddleware(RequestDelegate next, TenantHost tenants)
    {
        _next = next;
        _tenants = tenants;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var settings = _tenants.Match(context.Request.Host, context.Request.Path);
        if (settings is null or { State: TenantState.Disabled or TenantState.Invalid })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (settings.State != TenantState.Running)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "10";
            return;
        }

        if (settings.RequestUrlPrefix is { Length: > 0 } prefix && context.Request.Path.StartsWithSegments("/" + prefix, StringComparison.OrdinalIgnoreCase, out var matched, out var rest))
        {
            context.Request.PathBase = context.Request.PathBase.Add(matched);
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        var tenant = await _tenants.GetAsync(settings);
        context.Features.Set(tenant);

        var hostServices = context.RequestServices;
        try
        {
            await tenant.UsingScopeAsync(async scope =>
            {
                context.RequestServices = scope.ServiceProvider;
                await _next(context);
            });
        }
        finally
        {
            context.RequestServices = hostServices;
        }
    }

    public static Task RunTenantAsync(HttpContext context) => context.Features.GetRequiredFeature<Tenant>().Pipeline(context);
}
