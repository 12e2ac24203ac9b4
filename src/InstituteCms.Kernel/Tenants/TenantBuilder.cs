using System.Diagnostics;
using InstituteCms.Kernel.Data;
using InstituteCms.Kernel.Modules;
using InstituteCms.Kernel.Recipes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using IStartup = OrchardCore.Modules.IStartup;

namespace InstituteCms.Kernel.Tenants;

/// <summary>Builds a tenant's services from the startups of its enabled features, and brings its database up to date.</summary>
internal sealed class TenantBuilder
{
    // What the host and a tenant share; everything else of ASP.NET Core a tenant has for itself.
    private static readonly Type[] _shared =
    [
        typeof(IConfiguration), typeof(IHostEnvironment), typeof(IWebHostEnvironment), typeof(IHostApplicationLifetime), typeof(ILoggerFactory),
        typeof(DiagnosticSource), typeof(DiagnosticListener), typeof(TimeProvider), typeof(IHttpContextAccessor), typeof(ModuleCatalog), typeof(TenantHost),
    ];

    private readonly IServiceProvider _host;
    private readonly ModuleCatalog _catalog;
    private readonly DataFolder _folder;
    private readonly TenantDefaults _defaults;

    public TenantBuilder(IServiceProvider host, ModuleCatalog catalog, DataFolder folder, IOptions<TenantDefaults> defaults)
    {
        _host = host;
        _catalog = catalog;
        _folder = folder;
        _defaults = defaults.Value;
    }

    public async Task<Tenant> BuildAsync(ShellSettings settings)
    {
        Directory.CreateDirectory(_folder.SiteFolder(settings.Name));

        // The list of enabled features stands in the tenant's database: the always enabled ones read it.
        List<string> enabled = [];
        await using (var core = BuildServices(settings, _defaults.TenantFeatures))
        {
            await MigrateAsync(core);
            await new ShellScope(core).UsingAsync(async scope => enabled = await EnabledFeatures.ReadAsync(scope));
        }

        var services = BuildServices(settings, _defaults.TenantFeatures.Concat(enabled));
        await MigrateAsync(services);
        return new Tenant(settings, services);
    }

    private static Task MigrateAsync(ServiceProvider services) =>
        new ShellScope(services).UsingAsync(scope => scope.ServiceProvider.GetRequiredService<DataMigrationManager>().UpdateAsync());

    private ServiceProvider BuildServices(ShellSettings settings, IEnumerable<string> enabled)
    {
        var features = new TenantFeatures(_catalog.InOrder(enabled));
        var services = new ServiceCollection();

        foreach (var type in _shared)
        {
            services.AddSingleton(type, _host.GetRequiredService(type));
        }

        services.AddLogging();
        services.AddOptions();
        services.AddSingleton(settings);
        services.AddSingleton(features);
        services.AddSingleton(new TenantFolder(_folder.SiteFolder(settings.Name)));
        services.Configure<ShellOptions>(options => (options.ShellsApplicationDataPath, options.ShellsContainerName) = (_folder.Path, DataFolder.Sites));
        services.AddSingleton<IShellConfiguration>(new ShellConfiguration(_host.GetRequiredService<IConfiguration>(), settings.Name));
        services.AddScoped<IFeatureSwitch, EnabledFeatures>();
        AddMvc(services, features);

        foreach (var startup in CreateStartups(features))
        {
            startup.ConfigureServices(services);
            services.AddSingleton(startup);
        }

        foreach (var (_, configure) in _defaults.Services.OrderBy(s => s.Order))
        {
            configure(services);
        }

        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static void AddMvc(ServiceCollection services, TenantFeatures features)
    {
        var parts = new ApplicationPartManager();
        features.Modules.ToList().ForEach(m => parts.ApplicationParts.Add(new AssemblyPart(m.Assembly)));
        parts.FeatureProviders.Add(new FeatureControllers(features));
        parts.FeatureProviders.Add(new ModuleViews(features));
        services.AddSingleton(parts);

        services.AddRouting();
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()); // By its own order: after the limits that an action sets for its form.
            options.Conventions.Add(new ModuleArea(features));
        });
    }

    // Built with the host's services and what is known of the tenant before it has services of its own.
    private List<IStartup> CreateStartups(TenantFeatures features) =>
        features.InOrder
            .SelectMany(f => FeatureTypes.Of<IStartup>(f, features))
            .Select(t => (IStartup)ActivatorUtilities.CreateInstance(_host, t))
            .OrderBy(s => s.Order)
            .ToList();
}
