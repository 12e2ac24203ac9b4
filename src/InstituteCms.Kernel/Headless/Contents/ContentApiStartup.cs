using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Headless.Contents;

/// <summary>The content API: one item at a time, as it is stored.</summary>
[Feature("OrchardCore.Contents")]
public sealed class ContentApiStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<ContentApi>();
        services.AddScoped<ContentApiWriter>();
        services.AddScoped<ContentPayloadCheck>();
    }

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        // Anonymous callers are let through to be answered by the permissions: a site may open the API to everybody.
        var api = routes.MapGroup("api/content")
            .WithMetadata(new AuthorizeAttribute { AuthenticationSchemes = ApiAuthentication.SchemeName }, new AllowAnonymousAttribute())
            .DisableAntiforgery();
        api.MapGet("{contentItemId}", (string contentItemId, ContentApi contents) => contents.GetAsync(contentItemId));
        api.MapDelete("{contentItemId}", (string contentItemId, ContentApi contents) => contents.DeleteAsync(contentItemId));
        api.MapPost("", (HttpContext http, ContentApiWriter writer) => writer.PostAsync(http.Request.Query["draft"].ToString(), http.RequestAborted));
        api.Map("", ApiProblem.OtherMethods("POST"));
        api.Map("{contentItemId}", ApiProblem.OtherMethods("GET, DELETE"));
    }
}
