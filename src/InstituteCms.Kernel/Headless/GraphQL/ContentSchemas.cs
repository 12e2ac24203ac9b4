using System.Globalization;
using GraphQL;
using GraphQL.Types;
using InstituteCms.Kernel.Content;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.GraphQL.Queries.Types;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Settings;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>The tenant's schema, made anew when its content definitions change.</summary>
internal sealed class ContentSchemaCache
{
    public (int Version, ISchema Schema)? Kept { get; set; }
}

/// <summary>Makes the schema from the content types and from the graph types that modules have registered for their parts.</summary>
internal sealed class ContentSchemas
{
    private const double IntrospectionShare = 0.05;

    private readonly IServiceProvider _services;
    private readonly IContentDefinitionManager _definitions;
    private readonly DefinitionCache _definitionCache;
    private readonly ContentSchemaCache _cache;
    private readonly ContentOptions _options;
    private readonly IStringLocalizer S;

    public ContentSchemas(
        IServiceProvider services, IContentDefinitionManager definitions, DefinitionCache definitionCache, ContentSchemaCache cache,
        IOptions<ContentOptions> options, IStringLocalizer<ContentSchemas> localizer)
    {
        _services = services;
        _definitions = definitions;
        _definitionCache = definitionCache;
        _cache = cache;
        _options = options.Value;
        S = localizer;
    }

    public async Task<ISchema> GetAsync()
    {
        var version = _definitionCache.Version;
        if (_cache.Kept is { } kept && kept.Version == version)
        {
            return kept.Schema;
        }

        var types = await _definitions.ListTypeDefinitionsAsync();
        var culture = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture; // The descriptions are everybody's.
            var schema = Make(types);
            _cache.Kept = (version, schema);
            return schema;
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }

    private Schema Make(IEnumerable<ContentTypeDefinition> types)
    {
        var query = new ObjectGraphType { Name = "Query" };
        var schema = new Schema(_services) { NameConverter = new GraphQLNames(), Query = query };
        var (status, direction) = (new StatusType(), new OrderByDirectionType());
        foreach (var type in types.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            var item = new ContentItemType(type);
            var where = new ContentItemWhere(type.Name, S);
            AddParts(type, item, where);
            if (string.IsNullOrEmpty(type.GetSettings().Stereotype))
            {
                query.AddField(new ContentItemsField(type, item, where, status, direction));
            }
            else
            {
                schema.RegisterType(item); // Found inside of others.
            }
        }

        query.Field<ContentItemInterface>("contentItem")
            .Description("Content items are instances of content types, just like objects are instances of classes.")
            .Argument<NonNullGraphType<StringGraphType>>("contentItemId", "Content item id")
            .ResolveAsync(async context => await context.RequestServices!.GetRequiredService<ContentItemsQuery>().FindAsync(context));
        schema.Initialize();
        // What programs ask of the schema before they begin looks larger than it is.
        schema.SchemaMetaFieldType.WithComplexityImpact(1, IntrospectionShare);
        return schema;
    }

    private void AddParts(ContentTypeDefinition type, ContentItemType item, ContentItemWhere where)
    {
        foreach (var part in type.Parts)
        {
            if (_options.ContentPartOptionsLookup.TryGetValue(part.PartDefinition.Name, out var option))
            {
                if (_services.GetService(typeof(ObjectGraphType<>).MakeGenericType(option.Type)) is IObjectGraphType shown)
                {
                    item.AddPart(part.Name, option.Type, shown);
                }

                // The library itself gives an empty one for whatever has none.
                var plain = typeof(InputObjectGraphType<>).MakeGenericType(option.Type);
                if (_services.GetService(plain) is IInputObjectGraphType filter && filter.GetType() != plain)
                {
                    where.AddPart(part.Name, filter);
                }
            }
        }
    }
}
