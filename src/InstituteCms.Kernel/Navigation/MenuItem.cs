#nullable disable
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Navigation;

/// <summary>An entry of a menu.</summary>
public class MenuItem
{
    /// <summary>The words shown.</summary>
    public LocalizedString Text { get; set; }

    /// <summary>Names the entry for styles and icons.</summary>
    public string Id { get; set; }

    /// <summary>The menu it belongs to.</summary>
    public string MenuName { get; set; }

    /// <summary>The address, once built; null for a mere heading.</summary>
    public string Href { get; set; }

    /// <summary>A fixed address; <c>~/</c> is the site's root.</summary>
    public string Url { get; set; }

    /// <summary>Where it stands among its siblings: dotted numbers, <c>before</c> or <c>after</c>.</summary>
    public string Position { get; set; }

    /// <summary>Among entries that are merged, the highest gives the words.</summary>
    public int Priority { get; set; }

    /// <summary>Whether a heading without an address leads to its first child.</summary>
    public bool LinkToFirstChild { get; set; } = true;

    /// <summary>Whether its children are tabs of the page.</summary>
    public bool LocalNav { get; set; }

    /// <summary>The culture it is for; null for all.</summary>
    public string Culture { get; set; }

    /// <summary>The window it opens in; null for the same.</summary>
    public string Target { get; set; }

    /// <summary>What <see cref="Permissions"/> are asked of.</summary>
    public object Resource { get; set; }

    /// <summary>Route values of the action it leads to.</summary>
    public RouteValueDictionary RouteValues { get; set; }

    /// <summary>Entries below it.</summary>
    public List<MenuItem> Items { get; set; } = [];

    /// <summary>Any one of these shows the entry; none shows it to everybody.</summary>
    public List<Permission> Permissions { get; } = [];

    /// <summary>CSS classes.</summary>
    public List<string> Classes { get; } = [];
}
