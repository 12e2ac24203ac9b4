#nullable disable
using Microsoft.Extensions.Localization;

namespace OrchardCore.Navigation;

/// <summary>Collects the entries of a menu.</summary>
public class NavigationBuilder
{
    private readonly List<MenuItem> _items = [];

    /// <summary>Adds an entry at <paramref name="position"/> and describes it.</summary>
    public NavigationBuilder Add(LocalizedString caption, string position, Action<NavigationItemBuilder> itemBuilder, IEnumerable<string> classes = null, int priority = 0)
    {
        var item = Begin(caption, position, classes, priority);
        itemBuilder(item);
        _items.AddRange(item.Build());
        return this;
    }

    /// <summary>The entries collected.</summary>
    public virtual List<MenuItem> Build() => _items;

    private static NavigationItemBuilder Begin(LocalizedString caption, string position, IEnumerable<string> classes, int priority)
    {
        var item = new NavigationItemBuilder().Caption(caption).Position(position).Priority(priority);
        foreach (var name in classes ?? [])
        {
            item.AddClass(name);
        }

        return item;
    }
}
