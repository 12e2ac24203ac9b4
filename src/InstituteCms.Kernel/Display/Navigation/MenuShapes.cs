using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Shapes;

namespace InstituteCms.Kernel.Display;

/// <summary>Builds a menu's shapes from the menu's content item.</summary>
internal sealed class MenuShapes(IShapeFactory shapes, IContentManager contents, IHttpContextAccessor http, IServiceProvider services)
{
    /// <summary>The menu of a handle (<c>alias:main-menu</c>) or id; null where there is none.</summary>
    public async Task<IShape?> BuildAsync(string handle, string contentItemId)
    {
        var id = contentItemId.Length > 0 ? contentItemId
            : services.GetService<IContentHandleManager>() is { } handles ? await handles.GetContentItemIdAsync(handle)
            : null;
        if (string.IsNullOrEmpty(id) || await contents.GetAsync(id) is not { } item)
        {
            return null;
        }

        var differentiator = Differentiate(handle.Split(':')[^1]);
        var menu = await shapes.CreateAsync("Menu");
        menu.Metadata.Differentiator = differentiator;
        menu.Metadata.Alternates.Add("Menu__" + differentiator);
        menu.Properties["ContentItem"] = item;
        menu.Properties["MenuName"] = item.DisplayText;
        menu.Classes.Add("menu");
        await AddAsync(menu, item.Data["MenuItemsListPart"]?["MenuItems"] as JsonArray, differentiator, 0);
        return menu;
    }

    private async Task AddAsync(IShape parent, JsonArray? items, string differentiator, int level)
    {
        foreach (var json in items?.OfType<JsonObject>() ?? [])
        {
            var item = json.Deserialize<ContentItem>(ContentJson.Options)!;
            var url = Urls.Resolve(json["LinkMenuItemPart"]?["Url"]?.GetValue<string>(), http.HttpContext);
            var shape = await shapes.CreateAsync("MenuItem");
            Fill(shape, "MenuItem", item, differentiator, level, url);
            await AddAsync(shape, json["MenuItemsListPart"]?["MenuItems"] as JsonArray, differentiator, level + 1);
            var link = await shapes.CreateAsync("MenuItemLink");
            Fill(link, "MenuItemLink", item, differentiator, level, url);
            shape.Properties["Link"] = link;
            await parent.AddAsync(shape, "");
        }
    }

    private void Fill(IShape shape, string type, ContentItem item, string differentiator, int level, string url)
    {
        shape.Metadata.Differentiator = differentiator;
        var alternates = shape.Metadata.Alternates;
        var content = ShapeNames.Encode(item.ContentType);
        alternates.Add($"{type}__level__{level}");
        alternates.Add($"{type}__{content}");
        alternates.Add($"{type}__{content}__level__{level}");
        alternates.Add($"{type}__{differentiator}");
        alternates.Add($"{type}__{differentiator}__{content}");
        var path = http.HttpContext is { } context ? (context.Request.PathBase + context.Request.Path).Value!.TrimEnd('/') : "";
        shape.Properties["ContentItem"] = item;
        shape.Properties["Level"] = level;
        shape.Properties["Text"] = item.DisplayText;
        shape.Properties["Href"] = url;
        shape.Properties["Active"] = string.Equals(url.TrimEnd('/'), path, StringComparison.OrdinalIgnoreCase);
    }

    private static string Differentiate(string alias) =>
        string.Concat(alias.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
}
