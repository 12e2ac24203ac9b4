using System.Collections.Concurrent;
using InstituteCms.Kernel.Modules;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;

namespace InstituteCms.Kernel.Display;

/// <summary>A template: a compiled view's path, or a Liquid file of a module.</summary>
internal sealed record ShapeTemplate(string Shape, ModuleInfo Module, string Path)
{
    public bool IsLiquid => Path.EndsWith(".liquid", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The template of every shape name in a tenant: the theme's before its base theme's before modules', dependents' before dependencies'.</summary>
internal sealed class ShapeTable
{
    private readonly ConcurrentDictionary<(string? Theme, string? Hidden), Dictionary<string, ShapeTemplate>> _tables = new();
    private readonly ModuleCatalog _catalog;
    private readonly TenantFeatures _features;
    private readonly Lazy<ILookup<string, string>> _compiled;

    public ShapeTable(ModuleCatalog catalog, TenantFeatures features, ApplicationPartManager parts)
    {
        _catalog = catalog;
        _features = features;
        _compiled = new(() =>
        {
            var views = new ViewsFeature();
            parts.PopulateFeature(views);
            return views.ViewDescriptors
                .Select(v => v.RelativePath)
                .Where(p => p.StartsWith("/Areas/", StringComparison.OrdinalIgnoreCase))
                .Select(p => p["/Areas/".Length..].Split('/', 2))
                .Where(p => p.Length == 2 && p[1].StartsWith("Views/", StringComparison.OrdinalIgnoreCase))
                .ToLookup(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        });
    }

    /// <summary>The template of <paramref name="shape"/> under a theme (a feature's id); null where there is none.</summary>
    /// <param name="hidden">Feature id of the other theme, whose templates do not count.</param>
    public ShapeTemplate? Find(string shape, string? theme, string? hidden) =>
        _tables.GetOrAdd((theme, hidden), key => Read(key.Theme, key.Hidden)).GetValueOrDefault(shape);

    /// <summary>Modules whose templates count, the most important last.</summary>
    public IEnumerable<ModuleInfo> Order(string? theme, string? hidden)
    {
        var current = ThemeModule(theme);
        var other = ThemeModule(hidden);
        var themes = new List<ModuleInfo>();
        for (var module = current; module is not null && !themes.Contains(module); module = BaseOf(module))
        {
            themes.Insert(0, module);
        }

        return _features.Modules.Where(m => !m.IsTheme && m != other && !themes.Contains(m)).Concat(themes);
    }

    public ModuleInfo? ThemeModule(string? theme) => string.IsNullOrEmpty(theme) ? null : _catalog.FindFeature(theme)?.Module;

    private ModuleInfo? BaseOf(ModuleInfo module) =>
        module.MainFeature.Manifest.Dependencies.Select(ThemeModule).FirstOrDefault(m => m is { IsTheme: true });

    private Dictionary<string, ShapeTemplate> Read(string? theme, string? hidden)
    {
        var table = new Dictionary<string, ShapeTemplate>(StringComparer.OrdinalIgnoreCase);
        foreach (var module in Order(theme, hidden))
        {
            foreach (var path in _compiled.Value[module.Id].Concat(module.Files.Where(f => f.EndsWith(".liquid", StringComparison.OrdinalIgnoreCase))))
            {
                if (path.StartsWith("Views/", StringComparison.OrdinalIgnoreCase) && ShapeNames.FromPath(path["Views/".Length..]) is { } shape)
                {
                    var full = path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) ? $"/Areas/{module.Id}/{path}" : path;
                    table[shape] = new ShapeTemplate(shape, module, full);
                }
            }
        }

        return table;
    }
}
