using InstituteCms.AcceptanceTests.Foundations;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>The host with its two sites in a temporary folder, set up from the recipes, with a clock that tests move.</summary>
public sealed class TestSite : WebApplicationFactory<Program>
{
    /// <summary>The administrators' password in every test site.</summary>
    public const string Password = "correct horse battery";

    /// <summary>Further configuration, over the root's <c>appsettings.json</c>.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>Further services of the host.</summary>
    public Action<IServiceCollection>? HostServices { get; init; }

    /// <summary>The sites' data folder; a new one, unless an earlier site's is given.</summary>
    public string Data { get; init; } = Directory.CreateTempSubdirectory("institute-cms-").FullName;

    /// <summary>The time that the sites live in.</summary>
    public FakeTimeProvider Clock { get; } = new(Foundation.Beginning);

    /// <summary>Whether the folder outlives this instance, because a second run follows on it.</summary>
    public bool LeaveData { get; set; }

    /// <summary>The folder of <c>.eml</c> files that a tenant's mail goes to.</summary>
    public string Mail(string tenant = "Default") => Path.Combine(Data, "Sites", tenant, "Emails");

    /// <summary>A visitor: own cookies, no redirects followed. <paramref name="tenant"/> is the prefix, empty for the institute.</summary>
    public Visitor Visit(string tenant = "", string language = "en") =>
        new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }), tenant, language);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting("ORCHARD_APP_DATA", Data);
        builder.UseSetting("OrchardCore:OrchardCore_AutoSetup:Tenants:0:AdminPassword", Password);
        builder.UseSetting("OrchardCore:OrchardCore_AutoSetup:Tenants:1:AdminPassword", Password);
        builder.UseSetting("OrchardCore:InstituteCms_Abuse:LeastSeconds", "0"); // The clock stands still between a form and its answer.
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services =>
        {
            Foundation.Prepare(services, Clock, Data);
            HostServices?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !LeaveData)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Data, recursive: true);
        }
    }
}
