#nullable disable
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Navigation;

/// <summary>Builds menus.</summary>
public interface INavigationManager
{
    /// <summary>The entries of a menu that the user may see, merged, in order, with their addresses.</summary>
    Task<IEnumerable<MenuItem>> BuildMenuAsync(string name, ActionContext context);
}

/// <summary>Adds entries to menus.</summary>
public interface INavigationProvider
{
    /// <summary>Adds entries to the menu called <paramref name="name"/>.</summary>
    ValueTask BuildNavigationAsync(string name, NavigationBuilder builder);
}

/// <summary>Adds entries to one menu.</summary>
public abstract class NamedNavigationProvider : INavigationProvider
{
    /// <summary>The menu's name.</summary>
    protected readonly string Name;

    /// <summary>Adds to the menu called <paramref name="name"/>.</summary>
    protected NamedNavigationProvider(string name) => Name = name;

    /// <inheritdoc />
    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder) =>
        string.Equals(name, Name, StringComparison.OrdinalIgnoreCase) ? BuildAsync(builder) : ValueTask.CompletedTask;

    /// <summary>Adds the entries.</summary>
    protected abstract ValueTask BuildAsync(NavigationBuilder builder);
}

/// <summary>Adds entries to the admin's menu.</summary>
public abstract class AdminNavigationProvider : NamedNavigationProvider
{
    /// <summary>Adds to the admin's menu.</summary>
    protected AdminNavigationProvider()
        : base(NavigationConstants.AdminId)
    {
    }
}

/// <summary>Names and positions that everybody shares.</summary>
public static class NavigationConstants
{
    /// <summary>Begins a class that names an icon.</summary>
    public const string CssClassPrefix = "icon-class-";

    /// <summary>Content, first.</summary>
    public const string AdminMenuContentPosition = "1";

    /// <summary>Themes and menus.</summary>
    public const string AdminMenuDesignPosition = "2";

    /// <summary>Search.</summary>
    public const string AdminMenuSearchPosition = "6";

    /// <summary>Users and roles.</summary>
    public const string AdminMenuAccessControlPosition = "7";

    /// <summary>Workflows.</summary>
    public const string AdminMenuWorkflowsPosition = "8";

    /// <summary>Settings, last.</summary>
    public const string AdminMenuConfigurationPosition = "100";

    /// <summary>The admin's menu.</summary>
    public const string AdminId = "admin";
}

/// <summary>Positions by words.</summary>
public static class NavigationExtensions
{
    /// <summary>Before a position made of words.</summary>
    public const string AdminMenuPositionPrefix = "am";

    /// <summary>Between prefix and words.</summary>
    public const string Separator = "-";

    /// <summary>A position that sorts by <paramref name="position"/> among its like.</summary>
    public static string PrefixPosition(this string position, string sublevel = "", string prefix = AdminMenuPositionPrefix, string separator = Separator) =>
        $"{prefix}{sublevel}{separator}{position}";

    /// <summary>A position that sorts by the translated words.</summary>
    public static string PrefixPosition(this LocalizedString position, string sublevel = "", string prefix = AdminMenuPositionPrefix, string separator = Separator) =>
        position.Value.PrefixPosition(sublevel, prefix, separator);
}

/// <summary>Registers navigation providers.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds the entries of <typeparamref name="TProvider"/>.</summary>
    public static IServiceCollection AddNavigationProvider<TProvider>(this IServiceCollection services)
        where TProvider : class, INavigationProvider =>
        services.AddScoped<INavigationProvider, TProvider>();
}
