using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using OrchardCore.ContentManagement;
using OrchardCore.Autoroute.Core.Indexes;
using YesSql;

namespace InstituteCms.Kernel.Content.Autoroute;

/// <summary>Incoming: the path of a published item shows the item.</summary>
internal sealed class AutorouteTransformer(AutorouteEntries entries, YesSql.ISession session) : DynamicRouteValueTransformer
{
    public override async ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values)
    {
        var path = httpContext.Request.Path.Value?.Trim('/');
        if (string.IsNullOrEmpty(path) || (await entries.GetAsync(session)).ItemAt(path) is not { } contentItemId)
        {
            return null!;
        }

        values.Clear();
        return ItemRoute.Display(contentItemId);
    }
}

/// <summary>Outgoing: a link to an item's display route is its path. Everything else goes to the scheme it stands before.</summary>
internal sealed class AutorouteAddressScheme(IEndpointAddressScheme<RouteValuesAddress> inner, AutorouteEntries entries) : IEndpointAddressScheme<RouteValuesAddress>
{
    /// <summary>Kept, since link generation remembers every endpoint it has seen.</summary>
    private readonly ConcurrentDictionary<(string ContentItemId, string Path), RouteEndpoint> _endpoints = new();

    public IEnumerable<Endpoint> FindEndpoints(RouteValuesAddress address) =>
        ItemRoute.Displayed(address.ExplicitValues, address.AmbientValues) is { } id && entries.Table.PathOf(id) is { } path
            ? [_endpoints.GetOrAdd((id, path), CreateEndpoint)]
            : inner.FindEndpoints(address);

    private static RouteEndpoint CreateEndpoint((string ContentItemId, string Path) entry)
    {
        var pattern = entry.Path.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        var values = ItemRoute.Display(entry.ContentItemId);
        return new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern, values, parameterPolicies: null, requiredValues: values), 0, EndpointMetadataCollection.Empty, pattern);
    }
}

/// <summary>Finds published items by <c>slug:path</c>.</summary>
internal sealed class SlugHandleProvider(YesSql.ISession session) : IContentHandleProvider
{
    public int Order => 10;

    public async Task<string> GetContentItemIdAsync(string handle)
    {
        if (!handle.StartsWith("slug:", StringComparison.OrdinalIgnoreCase))
        {
            return null!;
        }

        var path = handle[5..].Trim('/');
        return (await session.QueryIndex<AutoroutePartIndex>(x => x.Path == path && x.Published).FirstOrDefaultAsync())?.ContentItemId!;
    }
}
