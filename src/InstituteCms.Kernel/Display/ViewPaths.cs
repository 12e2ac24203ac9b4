namespace InstituteCms.Kernel.Display;

/// <summary>Where a module's compiled view is found in a tenant.</summary>
internal static class ViewPaths
{
    private const string Root = "/Views/Root/";

    /// <summary>
    /// The path of a compiled view of <paramref name="moduleId"/>: under <c>/Areas/{moduleId}</c>; files of <c>Views/Root</c> at the site's root;
    /// what lies under <c>/Areas/</c> already stays.
    /// </summary>
    public static string Remap(string moduleId, string compiledPath)
    {
        var path = compiledPath.StartsWith('/') ? compiledPath : "/" + compiledPath;
        return path.StartsWith("/Areas/", StringComparison.OrdinalIgnoreCase) ? path
            : path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) ? "/" + path[Root.Length..]
            : "/Areas/" + moduleId + path;
    }
}
