using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Apis.GraphQL;
using OrchardCore.ContentManagement.GraphQL.Queries.Types;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>GraphQL: a field for each content type.</summary>
[Feature("OrchardCore.Apis.GraphQL")]
public sealed class GraphQLStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddOptions<GraphQLSettings>().Configure<IShellConfiguration>((settings, configuration) => configuration.GetSection("OrchardCore_Apis_GraphQL").Bind(settings));
        services.AddGraphQL(builder => builder
            .AddSystemTextJson()
            .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Query) // One session: one resolver at a time.
            .AddValidationRule<QueriesOnly>()
            .AddComplexityAnalyzer((complexity, provider) =>
            {
                var limits = provider.GetRequiredService<IOptions<GraphQLSettings>>().Value;
                complexity.MaxDepth = limits.MaxDepth;
                complexity.MaxComplexity = limits.MaxComplexity;
                complexity.DefaultListImpactMultiplier = 10; // Where a query does not say; what introspection lists is that long, too.
            }));
        services.AddTransient(_ => new ContentItemInterface());
        services.AddSingleton<ContentSchemaCache>();
        services.AddScoped<ContentSchemas>();
        services.AddScoped<ContentItemsQuery>();
        services.AddScoped<GraphQLRunner>();
        services.AddScoped<GraphQLEndpoint>();
        services.AddPermissionProvider<GraphQLPermissionProvider>();
    }

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) =>
        routes.MapMethods("api/graphql", [HttpMethods.Get, HttpMethods.Post], (GraphQLEndpoint endpoint) => endpoint.AnswerAsync()).DisableAntiforgery();
}

/// <summary>Who may send queries: administrators, unless a role is given it.</summary>
internal sealed class GraphQLPermissionProvider : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([GraphQLPermissions.ExecuteGraphQL]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];
}
