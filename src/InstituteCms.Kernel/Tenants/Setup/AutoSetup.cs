using System.Text.RegularExpressions;
using InstituteCms.Kernel.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Models;

namespace InstituteCms.Kernel.Tenants.Setup;

/// <summary>One site to be set up, in the keys of Orchard Core's <c>OrchardCore_AutoSetup:Tenants</c>.</summary>
internal sealed class TenantSetupOptions
{
    public string ShellName { get; set; } = "";

    public string SiteName { get; set; } = "";

    public string SiteTimeZone { get; set; } = "Etc/UTC";

    public string AdminUsername { get; set; } = "";

    public string AdminEmail { get; set; } = "";

    public string AdminPassword { get; set; } = "";

    public string DatabaseProvider { get; set; } = "Sqlite";

    public string? DatabaseConnectionString { get; set; }

    public string? DatabaseTablePrefix { get; set; }

    public string RecipeName { get; set; } = "";

    public string? RequestUrlPrefix { get; set; }

    public string? RequestUrlHost { get; set; }
}

/// <summary>Before the first request: loads the tenants, and sets up the configured ones that are not there yet.</summary>
internal sealed partial class AutoSetup : IHostedLifecycleService
{
    private readonly TenantHost _tenants;
    private readonly TenantSetup _setup;
    private readonly DataFolder _folder;
    private readonly IConfiguration _configuration;
    private readonly TenantDefaults _defaults;
    private readonly ILogger _logger;

    public AutoSetup(TenantHost tenants, TenantSetup setup, DataFolder folder, IConfiguration configuration, IOptions<TenantDefaults> defaults, ILogger<AutoSetup> logger)
    {
        _tenants = tenants;
        _setup = setup;
        _folder = folder;
        _configuration = configuration;
        _defaults = defaults.Value;
        _logger = logger;
    }

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder.Path);
        await using var alone = await BeginAloneAsync(cancellationToken);
        _tenants.Load();

        if (!_defaults.SetupFeatures.Contains("OrchardCore.AutoSetup"))
        {
            return;
        }

        foreach (var options in ReadOptions().Where(o => _tenants.Find(o.ShellName)?.State is not (TenantState.Running or TenantState.Disabled)))
        {
            LogSettingUp(options.ShellName, options.RecipeName);
            await _setup.SetupAsync(options, cancellationToken);
        }
    }

    /// <summary>Processes of one data folder set up one after the other: the later ones find the sites there.</summary>
    private async Task<FileStream> BeginAloneAsync(CancellationToken cancellationToken)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                return new FileStream(_folder.SetupFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(_folder.SetupFile))
            {
                await looks.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        // Warm, so that the first visitor does not wait and background tasks run.
        foreach (var settings in _tenants.Settings.Where(s => s.State == TenantState.Running))
        {
            _ = (await _tenants.GetAsync(settings)).Pipeline;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private List<TenantSetupOptions> ReadOptions()
    {
        var tenants = _configuration.GetSection("OrchardCore:OrchardCore_AutoSetup:Tenants").Get<List<TenantSetupOptions>>() ?? [];
        if (tenants.Count > 0 && tenants.Count(t => t.ShellName == ShellSettings.DefaultShellName) != 1)
        {
            throw new SetupException("OrchardCore_AutoSetup:Tenants must name exactly one tenant 'Default'.");
        }

        foreach (var tenant in tenants)
        {
            if (!NamePattern().IsMatch(tenant.ShellName))
            {
                throw new SetupException($"'{tenant.ShellName}' is no name for a tenant: use letters, digits and underscores.");
            }

            var missing = new[] { (nameof(tenant.SiteName), tenant.SiteName), (nameof(tenant.AdminUsername), tenant.AdminUsername), (nameof(tenant.AdminEmail), tenant.AdminEmail), (nameof(tenant.AdminPassword), tenant.AdminPassword), (nameof(tenant.RecipeName), tenant.RecipeName) }
                .Where(p => string.IsNullOrWhiteSpace(p.Item2)).Select(p => p.Item1).ToList();
            if (missing.Count > 0 && _tenants.Find(tenant.ShellName)?.State != TenantState.Running)
            {
                throw new SetupException($"The tenant '{tenant.ShellName}' needs {string.Join(", ", missing)}.");
            }
        }

        return tenants;
    }

    [GeneratedRegex(@"^\w+$")]
    private static partial Regex NamePattern();

    [LoggerMessage(Level = LogLevel.Information, Message = "Setting up the site '{Tenant}' from the recipe '{Recipe}'.")]
    private partial void LogSettingUp(string tenant, string recipe);
}
