using InstituteCms.Abuse;
using InstituteCms.Api.Documents;
using InstituteCms.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace InstituteCms.Api;

/// <summary>The seminars API, and the document that describes it.</summary>
public sealed class ApiStartup : StartupBase
{
    /// <summary>Where the OpenAPI document is found.</summary>
    public const string DocumentPath = "/openapi.json";

    /// <summary>Before anybody is asked who they are: a browser that only asks for leave (CORS) has nothing to show.</summary>
    public override int ConfigureOrder => -160;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.TryAddSingleton<RequestLimits>();
        services.AddSingleton<SettingsReader<ApiSettings>>();
        services.AddTransient<ApiProblems>();
        services.AddScoped<EventWriter>();
        services.AddScoped<SpeakerWriter>();
        services.AddScoped<ReportWriter>();
        services.AddNavigationProvider<ApiAdminMenu>();
        services.AddOpenApi(options => SeminarsDocument.Describe(options)); // Comments are read where options are given by a lambda.
        services.ConfigureHttpJsonOptions(SeminarsDocument.UseJsonOfTheApi);
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        app.UseMiddleware<ApiGate>();
        routes.MapOpenApi(DocumentPath);
        routes.MapOtherMethods(serviceProvider);
    }
}
