using System.Reflection;
using Microsoft.Extensions.Hosting;
using OrchardCore.Modules.Manifest;


namespace InstituteCms.Kernel.Modules;

/// <summary>A feature of a module, as its manifest declares it.</summary>
internal sealed record FeatureInfo(string Id, ModuleInfo Module, FeatureAttribute Manifest);

/// <summary>A module or theme that the host carries: its assembly, features and embedded files.</summary>
internal sealed class ModuleInfo
{
    private readonly Dictionary<string, string> _files;

    public ModuleInfo(Assembly assembly)
    {
        Assembly = assembly;
        Id = assembly.GetName().Name!;
        Manifest = assembly.GetCustomAttributes<ModuleAttribute>().FirstOrDefault(a => a is not ModuleMarkerAttribute) ?? new ModuleAttribute();
        IsTheme = assembly.GetCustomAttribute<ModuleMarkerAttribute>()?.Type == "Theme";

        var declared = assembly.GetCustomAttributes<FeatureAttribute>().Where(f => f is not ModuleAttribute).ToList();
        Features = declared.Count > 0
            ? declared.Select(f => new FeatureInfo(f.Id, this, f)).ToList()
            : [new FeatureInfo(Id, this, Manifest)];

        var start = Id + ".";
        _files = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(start, StringComparison.Ordinal))
            .ToDictionary(n => n[start.Length..].Replace('>', '/'), n => n, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The assembly's name.</summary>
    public string Id { get; }

    public Assembly Assembly { get; }

    public ModuleAttribute Manifest { get; }

    public bool IsTheme { get; }

    public IReadOnlyList<FeatureInfo> Features { get; }

    /// <summary>The feature that types without a feature attribute belong to.</summary>
    public FeatureInfo MainFeature => Features.FirstOrDefault(f => f.Id == Id) ?? Features[0];

    /// <summary>Paths of the embedded files, relative to the module's root, with forward slashes: <c>Views/Layout.liquid</c>.</summary>
    public IReadOnlyCollection<string> Files => _files.Keys;

    /// <summary>Opens an embedded file; null where there is none. Paths compare without regard to case.</summary>
    public Stream? OpenFile(string path) =>
        _files.TryGetValue(path, out var name) ? Assembly.GetManifestResourceStream(name) : null;
}

/// <summary>Every module that the host carries.</summary>
internal sealed class ModuleCatalog
{
    private readonly Dictionary<string, FeatureInfo> _features;

    public ModuleCatalog(IHostEnvironment environment)
        : this(Assembly.Load(new AssemblyName(environment.ApplicationName)))
    {
    }

    public ModuleCatalog(Assembly host)
    {
        Modules = host.GetCustomAttributes<ModuleNameAttribute>()
            .Select(a => new ModuleInfo(Assembly.Load(new AssemblyName(a.Name))))
            .ToList();
        _features = Modules.SelectMany(m => m.Features).ToDictionary(f => f.Id, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<ModuleInfo> Modules { get; }

    public IReadOnlyCollection<FeatureInfo> Features => _features.Values;

    public FeatureInfo? FindFeature(string id) => _features.GetValueOrDefault(id);

    /// <summary>The enabled features with their dependencies and the always enabled ones, each after what it depends on.</summary>
    public IReadOnlyList<FeatureInfo> InOrder(IEnumerable<string> enabled)
    {
        var ordered = new List<FeatureInfo>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var always = _features.Values.Where(f => f.Manifest.IsAlwaysEnabled).Select(f => f.Id);
        foreach (var feature in always.Concat(enabled).Select(FindFeature).OfType<FeatureInfo>()
            .OrderBy(f => int.TryParse(f.Manifest.Priority, out var p) ? p : 0).ThenBy(f => f.Module.IsTheme).ThenBy(f => f.Id, StringComparer.Ordinal))
        {
            Visit(feature);
        }

        return ordered;

        void Visit(FeatureInfo feature)
        {
            if (!seen.Add(feature.Id))
            {
                return;
            }

            foreach (var dependency in feature.Manifest.Dependencies.Select(FindFeature).OfType<FeatureInfo>())
            {
                Visit(dependency);
            }

            ordered.Add(feature);
        }
    }
}

/// <summary>What is switched on in a tenant, in the order of dependency.</summary>
internal sealed class TenantFeatures
{
    private readonly HashSet<string> _ids;

    public TenantFeatures(IReadOnlyList<FeatureInfo> inOrder)
    {
        InOrder = inOrder;
        _ids = inOrder.Select(f => f.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Modules = inOrder.Select(f => f.Module).Distinct().ToList();
    }

    public IReadOnlyList<FeatureInfo> InOrder { get; }

    /// <summary>Modules with an enabled feature; a dependent comes after what it depends on.</summary>
    public IReadOnlyList<ModuleInfo> Modules { get; }

    public bool IsEnabled(string featureId) => _ids.Contains(featureId);
}
