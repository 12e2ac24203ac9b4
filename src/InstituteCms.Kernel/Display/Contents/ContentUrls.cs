using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;

namespace InstituteCms.Kernel.Display;

/// <summary>Addresses of content items' pages.</summary>
internal sealed class ContentUrls(IContentManager contents, LinkGenerator links, IHttpContextAccessor http)
{
    /// <param name="item">The item.</param>
    /// <param name="kind">display_for, edit_for, admin_for, create_for or remove_for.</param>
    public async Task<string?> ForAsync(ContentItem item, string kind)
    {
        var metadata = await contents.PopulateAspectAsync(item, new ContentItemMetadata());
        var routes = kind switch
        {
            "edit_for" => metadata.EditorRouteValues,
            "admin_for" => metadata.AdminRouteValues,
            "create_for" => metadata.CreateRouteValues,
            "remove_for" => metadata.RemoveRouteValues,
            _ => metadata.DisplayRouteValues,
        };
        return routes is null || http.HttpContext is not { } context ? null : links.GetPathByRouteValues(context, null, routes);
    }
}
