using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Apis;
using OrchardCore.Apis.GraphQL.Queries;
using OrchardCore.Autoroute.Core.Indexes;
using OrchardCore.Autoroute.Models;
using OrchardCore.ContentManagement.GraphQL;
using OrchardCore.ContentManagement.GraphQL.Queries;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>The public address of an item, in GraphQL.</summary>
[Feature("OrchardCore.Autoroute")]
[RequireFeatures("OrchardCore.Apis.GraphQL")]
public sealed class AutorouteGraphQLStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddObjectGraphType<AutoroutePart, AutorouteType>();
        services.AddInputObjectGraphType<AutoroutePart, AutorouteWhere>();
        services.AddTransient<IIndexAliasProvider, AutorouteAliases>();
        services.AddWhereInputIndexPropertyProvider<AutoroutePartIndex>();
    }
}

internal sealed class AutorouteType : ObjectGraphType<AutoroutePart>
{
    public AutorouteType()
    {
        Name = nameof(AutoroutePart);
        Description = "Custom URLs (permalinks) for your content item.";
        Field(part => part.Path, nullable: true).Description("The permalinks for your content item.");
    }
}

internal sealed class AutorouteWhere : WhereInputObjectGraphType<AutoroutePart>
{
    public AutorouteWhere(IStringLocalizer<AutorouteWhere> localizer)
        : base(localizer)
    {
        Name = "AutoroutePartInput";
        Description = "the custom URL part of the content item";
        AddScalarFilterFields<StringGraphType>("path", "the path of the content item to filter");
    }
}

internal sealed class AutorouteAliases : IIndexAliasProvider
{
    public ValueTask<IEnumerable<IndexAlias>> GetAliasesAsync() =>
        ValueTask.FromResult<IEnumerable<IndexAlias>>([new() { Alias = "autoroutePart", Index = nameof(AutoroutePartIndex), IndexType = typeof(AutoroutePartIndex) }]);
}
