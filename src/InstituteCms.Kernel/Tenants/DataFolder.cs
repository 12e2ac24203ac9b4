using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace InstituteCms.Kernel.Tenants;

/// <summary>Where the sites keep their data: <c>App_Data</c> beside the host, or <c>ORCHARD_APP_DATA</c>.</summary>
internal sealed class DataFolder
{
    public const string Sites = "Sites";

    public DataFolder(IHostEnvironment environment, IConfiguration configuration)
    {
        Path = configuration["ORCHARD_APP_DATA"] is { Length: > 0 } elsewhere
            ? System.IO.Path.GetFullPath(elsewhere)
            : System.IO.Path.Combine(environment.ContentRootPath, "App_Data");
    }

    public string Path { get; }

    public string TenantsFile => System.IO.Path.Combine(Path, "tenants.json");

    /// <summary>Is held open by the process that sets sites up.</summary>
    public string SetupFile => System.IO.Path.Combine(Path, "setup.lock");

    public string SiteFolder(string tenant) => System.IO.Path.Combine(Path, Sites, tenant);
}
