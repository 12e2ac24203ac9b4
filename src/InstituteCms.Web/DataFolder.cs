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
}
