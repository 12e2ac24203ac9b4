using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;

namespace InstituteCms.Kernel.Modules;

/// <summary>Adds to a module file's address what changes with the module's build, so that browsers may keep the file until then.</summary>
internal sealed class ModuleFileVersions : IFileVersionProvider
{
    private readonly Dictionary<string, ModuleInfo> _modules;

    public ModuleFileVersions(TenantFeatures features) =>
        _modules = features.Modules.ToDictionary(m => m.Id, StringComparer.OrdinalIgnoreCase);

    public string AddFileVersionToPath(PathString requestPathBase, string path)
    {
        var local = requestPathBase.HasValue && path.StartsWith(requestPathBase.Value, StringComparison.OrdinalIgnoreCase) ? path[requestPathBase.Value.Length..] : path;
        var segments = local.TrimStart('~').Split('/', 3);
        return segments is ["", var id, var file] && _modules.TryGetValue(id, out var module) && module.Files.Contains("wwwroot/" + file)
            ? QueryHelpers.AddQueryString(path, "v", VersionOf(module))
            : path;
    }

    public static string VersionOf(ModuleInfo module) => module.Assembly.ManifestModule.ModuleVersionId.ToString("N")[..10];
}
