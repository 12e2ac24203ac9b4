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

    /// <summary>Adds an entry and describes it.</summary>
    public NavigationBuilder Add(LocalizedString caption, Action<NavigationItemBuilder> itemBuilder, IEnumerable<string> classes = null) =>
        Add(caption, null, itemBuilder, classes);

    /// <summary>Adds an entry that its description names.</summary>
    public NavigationBuilder Add(Action<NavigationItemBuilder> itemBuilder, IEnumerable<string> classes = null) => Add(null, null, itemBuilder, classes);

    /// <summary>Adds a bare entry at <paramref name="position"/>.</summary>
    public NavigationBuilder Add(LocalizedString caption, string position, IEnumerable<string> classes = null) => Add(caption, position, _ => { }, classes);

    /// <summary>Adds a bare entry.</summary>
    public NavigationBuilder Add(LocalizedString caption, IEnumerable<string> classes = null) => Add(caption, null, _ => { }, classes);

    /// <summary>Adds an entry at <paramref name="position"/> and describes it.</summary>
    public async Task<NavigationBuilder> AddAsync(LocalizedString caption, string position, Func<NavigationItemBuilder, Task> itemBuilder, IEnumerable<string> classes = null, int priority = 0)
    {
        var item = Begin(caption, position, classes, priority);
        await itemBuilder(item);
        _items.AddRange(item.Build());
        return this;
    }

    /// <summary>Adds an entry and describes it.</summary>
    public Task<NavigationBuilder> AddAsync(LocalizedString caption, Func<NavigationItemBuilder, Task> itemBuilder, IEnumerable<string> classes = null) =>
        AddAsync(caption, null, itemBuilder, classes);

    /// <summary>Takes <paramref name="item"/> out.</summary>
    public NavigationBuilder Remove(MenuItem item)
    {
        _items.Remove(item);
        return this;
    }

    /// <summary>Takes every match out.</summary>
    public NavigationBuilder Remove(Predicate<MenuItem> match)
    {
        _items.RemoveAll(match);
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
