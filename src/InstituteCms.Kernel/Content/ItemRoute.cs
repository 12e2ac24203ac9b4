using Microsoft.AspNetCore.Routing;

namespace InstituteCms.Kernel.Content;

/// <summary>The route that shows an item.</summary>
internal static class ItemRoute
{
    public static RouteValueDictionary Display(string contentItemId) => new()
    {
        ["area"] = "OrchardCore.Contents",
        ["controller"] = "Item",
        ["action"] = "Display",
        ["contentItemId"] = contentItemId,
    };

    /// <summary>The item that the values ask to show, or null.</summary>
    public static string? Displayed(RouteValueDictionary values, RouteValueDictionary? ambient) =>
        Same(values, "controller", "Item") && Same(values, "action", "Display") && Same(values.ContainsKey("area") ? values : ambient, "area", "OrchardCore.Contents")
            ? values["contentItemId"]?.ToString()
            : null;

    private static bool Same(RouteValueDictionary? values, string key, string value) => string.Equals(values?[key]?.ToString(), value, StringComparison.OrdinalIgnoreCase);
}
