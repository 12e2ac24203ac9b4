using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>The host with its two sites in a temporary folder, set up from the recipes, with a clock that tests move.</summary>
public sealed class TestSite : WebApplicationFactory<Program>
{
    /// <summary>The administrators' password in every test site.</summary>
    public const string Password = "correct horse battery";

    private readonly Dictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly bool _keepData;

    /// <param name="settings">Further configuration, over the root's <c>appsettings.json</c>.</param>
    /// <param name="services">Further services of the host.</param>
    /// <param name="data">A data folder left by an earlier site; null for a new one.</param>
    public TestSite(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, string? data = null)
    {
        _settings = settings ?? [];
        _services = services;
        _keepData = data is not null;
        Data = data ?? Directory.CreateTempSubdirectory("institute-cms-").FullName;
    }

    /// <summary>The sites' data folder.</summary>
    public string Data { get; }

    /// <summary>The time that the sites live in. Begins on a Tuesday noon in Tokyo.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 12, 3, 0, 0, TimeSpan.Zero));

    /// <summary>Whether the folder outlives this instance, for a second run on the same data.</summary>
    public bool LeaveData { get; set; }

    /// <summary>The folder of <c>.eml</c> files that a tenant's mail goes to.</summary>
    public string Mail(string tenant = "Default") => Path.Combine(Data, "Sites", tenant, "Emails");

    /// <summary>A visitor: own cookies, no redirects followed. <paramref name="tenant"/> is the prefix, empty for the institute.</summary>
    public Visitor Visit(string tenant = "", string language = "en") => new(this, tenant, language);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Data);
        builder.UseSetting("ORCHARD_APP_DATA", Data);
        builder.UseSetting("OrchardCore:OrchardCore_AutoSetup:Tenants:0:AdminPassword", Password);
        builder.UseSetting("OrchardCore:OrchardCore_AutoSetup:Tenants:1:AdminPassword", Password);
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            _services?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !LeaveData && !_keepData)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Data, recursive: true);
        }
    }
}
