namespace InstituteCms.Web;

/// <summary>The one folder that a running site writes to.</summary>
internal static class DataFolder
{
    /// <returns><c>ORCHARD_APP_DATA</c>, or <c>App_Data</c> where the site is started.</returns>
    public static string Of(WebApplicationBuilder builder) =>
        builder.Configuration["ORCHARD_APP_DATA"] is { Length: > 0 } elsewhere ? elsewhere : Path.Combine(builder.Environment.ContentRootPath, "App_Data");

    /// <summary>Makes the folder, and puts the web root into it: Orchard Core keeps its resized images there.</summary>
    public static void Prepare(WebApplicationBuilder builder) =>
        builder.Environment.WebRootPath = Directory.CreateDirectory(Path.GetFullPath(Path.Combine(Of(builder), "wwwroot"))).FullName;

    /// <summary>Takes away what a first run left that came to nothing, so that the next begins anew. Sites that are set up stay.</summary>
    public static void Discard(WebApplicationBuilder builder, IReadOnlySet<string> sites)
    {
        var folder = Of(builder);
        foreach (var unfinished in new DirectoryInfo(Path.Combine(folder, "Sites")) is { Exists: true } all ? all.GetDirectories() : [])
        {
            if (!sites.Contains(unfinished.Name))
            {
                unfinished.Delete(recursive: true);
            }
        }

        if (sites.Count == 0)
        {
            File.Delete(Path.Combine(folder, "tenants.json"));
        }
    }
}
