#nullable disable
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Navigation;

/// <summary>Describes one entry of a menu, and the entries below it.</summary>
public class NavigationItemBuilder : NavigationBuilder
{
    private readonly MenuItem _item;

    /// <summary>Describes a new entry.</summary>
    public NavigationItemBuilder()
        : this(new MenuItem())
    {
    }

    /// <summary>Goes on describing <paramref name="existingItem"/>.</summary>
    public NavigationItemBuilder(MenuItem existingItem) => _item = existingItem;

    /// <summary>The words shown.</summary>
    public NavigationItemBuilder Caption(LocalizedString caption) => With(item => item.Text = caption);

    /// <summary>Where it stands.</summary>
    public NavigationItemBuilder Position(string position) => With(item => item.Position = position);

    /// <summary>Among entries that are merged, the highest gives the words.</summary>
    public NavigationItemBuilder Priority(int priority) => With(item => item.Priority = priority);

    /// <summary>Names it for styles and icons.</summary>
    public NavigationItemBuilder Id(string id) => With(item => item.Id = id);

    /// <summary>Adds a CSS class.</summary>
    public NavigationItemBuilder AddClass(string className) => With(item =>
    {
        if (!item.Classes.Contains(className))
        {
            item.Classes.Add(className);
        }
    });

    /// <summary>Makes its children tabs of the page.</summary>
    public NavigationItemBuilder LocalNav() => With(item => item.LocalNav = true);

    /// <summary>Shows it to whoever holds <paramref name="permission"/>.</summary>
    public NavigationItemBuilder Permission(Security.Permissions.Permission permission) => With(item => item.Permissions.Add(permission));

    /// <summary>Leads to an action with values.</summary>
    public NavigationItemBuilder Action(string actionName, string controllerName, RouteValueDictionary values) => Action(actionName, controllerName, null, values);

    /// <summary>Leads to an action of a module.</summary>
    public NavigationItemBuilder Action(string actionName, string controllerName, string areaName) => Action(actionName, controllerName, areaName, []);

    /// <summary>Leads to an action of a module with values.</summary>
    public NavigationItemBuilder Action(string actionName, string controllerName, string areaName, RouteValueDictionary values)
    {
        var route = new RouteValueDictionary(values);
        Set("action", actionName);
        Set("controller", controllerName);
        Set("area", areaName);
        return With(item => item.RouteValues = route);

        void Set(string key, string value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                route[key] = value;
            }
        }
    }

    /// <summary>The entry with what was added below it.</summary>
    public override List<MenuItem> Build()
    {
        _item.Items = [.. _item.Items, .. base.Build().Except(_item.Items)];
        return [_item];
    }

    private NavigationItemBuilder With(Action<MenuItem> change)
    {
        change(_item);
        return this;
    }
}
