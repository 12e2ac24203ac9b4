using System.Linq.Expressions;
using GraphQL;
using InstituteCms.Kernel.Content.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using OrchardCore.Apis.GraphQL;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.GraphQL.Queries;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Contents;
using OrchardCore.Security.Permissions;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>Finds the items that a field asks for, as far as who asks may see them.</summary>
internal sealed class ContentItemsQuery
{
    private readonly ISession _session;
    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;
    private readonly IEnumerable<IIndexAliasProvider> _aliases;
    private readonly IEnumerable<IIndexPropertyProvider> _columns;
    private readonly GraphQLSettings _settings;

    public ContentItemsQuery(
        ISession session, IContentManager contents, IAuthorizationService authorization, IEnumerable<IIndexAliasProvider> aliases,
        IEnumerable<IIndexPropertyProvider> columns, IOptions<GraphQLSettings> settings)
    {
        _session = session;
        _contents = contents;
        _authorization = authorization;
        _aliases = aliases;
        _columns = columns;
        _settings = settings.Value;
    }

    /// <summary>One published item by its id; null where there is none.</summary>
    public async Task<ContentItem?> FindAsync(IResolveFieldContext context)
    {
        var id = context.GetArgument<string>("contentItemId");
        WhereComparison.RefuseUnfit(id);
        return await _contents.GetAsync(id) is { } item && await MayAsync(context, CommonPermissions.ViewContent, item.ContentType) ? item : null;
    }

    public async Task<IEnumerable<ContentItem>> ListAsync(IResolveFieldContext context, string contentType, ContentItemWhere where)
    {
        var status = context.GetArgument("status", PublicationStatus.Published);
        var permission = status is PublicationStatus.Published ? CommonPermissions.ViewContent : CommonPermissions.PreviewContent;
        if (!await MayAsync(context, permission, contentType))
        {
            throw new ExecutionError($"The permission {permission.Name} is needed.") { Code = GraphQLRunner.Unauthorized };
        }

        IQuery<ContentItem> query = Of(_session.Query<ContentItem, ContentItemIndex>(index => index.ContentType == contentType), status);
        if (Input(context, "where") is { } filter)
        {
            var aliases = new List<IndexAlias>();
            foreach (var provider in _aliases)
            {
                aliases.AddRange(await provider.GetAliasesAsync());
            }

            query = new WhereFilter(where, aliases, _columns, _settings.MaxComparisons).Apply(query, filter);
        }
        else
        {
            query = query.NoDuplicates();
        }

        var (first, skip) = Page(context);
        return await Order(context, query).Skip(skip).Take(first).ListAsync(_contents);
    }

    private static IQuery<ContentItem, ContentItemIndex> Of(IQuery<ContentItem, ContentItemIndex> query, PublicationStatus status) => status switch
    {
        PublicationStatus.Published => query.Where(index => index.Published),
        PublicationStatus.Draft => query.Where(index => index.Latest && !index.Published),
        PublicationStatus.Latest => query.Where(index => index.Latest),
        _ => query,
    };

    private static IQuery<ContentItem> Order(IResolveFieldContext context, IQuery<ContentItem> query)
    {
        var ordered = query.With<ContentItemIndex>();
        if (Input(context, "orderBy") is not { Count: > 0 } orders)
        {
            return ordered.OrderByDescending(index => index.CreatedUtc);
        }

        foreach (var ((name, direction), place) in orders.Where(order => order.Value is bool).Select((order, place) => (order, place)))
        {
            var index = Expression.Parameter(typeof(ContentItemIndex));
            var key = Expression.Lambda<Func<ContentItemIndex, object>>(Expression.Convert(Expression.Property(index, name), typeof(object)), index);
            ordered = (place, direction) switch
            {
                (0, false) => ordered.OrderBy(key),
                (0, _) => ordered.OrderByDescending(key),
                (_, false) => ordered.ThenBy(key),
                _ => ordered.ThenByDescending(key),
            };
        }

        return ordered;
    }

    private static IDictionary<string, object?>? Input(IResolveFieldContext context, string name) =>
        context.Arguments is { } arguments && arguments.TryGetValue(name, out var argument) ? argument.Value as IDictionary<string, object?> : null;

    private (int First, int Skip) Page(IResolveFieldContext context)
    {
        var (first, skip) = (context.GetArgument<int?>("first") ?? _settings.DefaultNumberOfResults, context.GetArgument<int?>("skip") ?? 0);
        if (first < 0 || first > _settings.MaxNumberOfResults || skip < 0)
        {
            throw new ExecutionError($"first is 0 to {_settings.MaxNumberOfResults}, and skip is not below 0.");
        }

        return (first, skip);
    }

    // Of a type as a whole: the permissions over one's own content do not open what others write.
    private async Task<bool> MayAsync(IResolveFieldContext context, Permission permission, string contentType)
    {
        var user = ((GraphQLUserContext)context.UserContext!).User;
        return await _authorization.AuthorizeAsync(user, permission)
            || (ContentTypePermissions.For(permission, contentType) is { } ofType && await _authorization.AuthorizeAsync(user, ofType));
    }
}
