using System.Data.Common;
using InstituteCms.Kernel.Data;
using InstituteCms.Kernel.Recipes;
using InstituteCms.Kernel.Security;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Models;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Recipes.Models;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Tenants.Setup;

/// <summary>Makes a site out of a recipe: database, recipe steps, administrator. What fails half-way leaves nothing.</summary>
internal sealed class TenantSetup
{
    private readonly TenantHost _tenants;
    private readonly DataFolder _folder;

    public TenantSetup(TenantHost tenants, DataFolder folder)
    {
        _tenants = tenants;
        _folder = folder;
    }

    /// <exception cref="SetupException">The site could not be made; the message says why.</exception>
    public async Task SetupAsync(TenantSetupOptions options, CancellationToken cancellationToken)
    {
        var settings = new ShellSettings
        {
            Name = options.ShellName,
            VersionId = IdGenerator.GenerateId(),
            RequestUrlHost = options.RequestUrlHost,
            RequestUrlPrefix = options.RequestUrlPrefix,
            State = TenantState.Initializing,
        };
        settings["DatabaseProvider"] = options.DatabaseProvider;
        settings["ConnectionString"] = options.DatabaseConnectionString;
        settings["TablePrefix"] = options.DatabaseTablePrefix;
        settings["RecipeName"] = options.RecipeName;

        // A set-up that the process did not live to finish is begun anew.
        Discard(options.ShellName);

        try
        {
            if (Tables(settings) is { } tables && !await tables.DropAsync(cancellationToken))
            {
                throw new SetupException("its database already holds a site under this table prefix.");
            }

            await ExecuteRecipeAsync(settings, options, cancellationToken);
            await _tenants.UsingScopeAsync(settings, scope => FinishAsync(scope, options));
        }
        catch (Exception e)
        {
            await _tenants.ReleaseAsync(settings);
            Discard(options.ShellName);
            await TryDropTablesAsync(settings);
            throw new SetupException($"The site '{options.ShellName}' could not be set up: {e.Message}", e);
        }

        await _tenants.ReleaseAsync(settings);
        await (Tables(settings)?.KeepAsync(cancellationToken) ?? Task.CompletedTask);
        settings.State = TenantState.Running;
        _tenants.Save(settings);
    }

    private async Task ExecuteRecipeAsync(ShellSettings settings, TenantSetupOptions options, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, object>
        {
            ["SiteName"] = options.SiteName,
            ["AdminUsername"] = options.AdminUsername,
            ["AdminEmail"] = options.AdminEmail,
            ["SiteTimeZone"] = options.SiteTimeZone,
        };

        RecipeExecutor executor = null!;
        RecipeDescriptor? recipe = null;
        await _tenants.UsingScopeAsync(settings, async scope =>
        {
            executor = scope.ServiceProvider.GetRequiredService<RecipeExecutor>();
            recipe = await scope.ServiceProvider.GetRequiredService<RecipeHarvester>().FindAsync(options.RecipeName);
        });

        if (recipe is null)
        {
            throw new SetupException($"there is no recipe '{options.RecipeName}'.");
        }

        await executor.ExecuteAsync(recipe, environment, step => InNewScopeAsync(settings, step), cancellationToken);
    }

    // A step may have changed the features: each begins with the tenant as it now is.
    private async Task InNewScopeAsync(ShellSettings settings, Func<ShellScope, Task> step)
    {
        await _tenants.UsingScopeAsync(settings, step);
        await _tenants.ReleaseAsync(settings);
    }

    private static async Task FinishAsync(ShellScope scope, TenantSetupOptions options)
    {
        var sites = scope.ServiceProvider.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        site.SiteName = options.SiteName;
        site.TimeZoneId = options.SiteTimeZone;
        await sites.UpdateSiteSettingsAsync(site);

        var errors = await scope.ServiceProvider.GetRequiredService<UserSetup>().CreateAdministratorAsync(options.AdminUsername, options.AdminEmail, options.AdminPassword);
        if (errors.Any())
        {
            throw new SetupException(string.Join(" ", errors));
        }
    }

    private static UnfinishedTables? Tables(ShellSettings settings) =>
        settings["DatabaseProvider"] == "Postgres" && settings["ConnectionString"] is { Length: > 0 } connectionString
            ? new(new PostgresDatabase(connectionString), DocumentStore.Prefix(settings))
            : null;

    // It is the reason of the failure that is told: where the database does not answer, the next set-up clears away.
    private static async Task TryDropTablesAsync(ShellSettings settings)
    {
        try
        {
            await (Tables(settings)?.DropAsync(CancellationToken.None) ?? Task.FromResult(true));
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
        }
    }

    private void Discard(string tenant)
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder.SiteFolder(tenant)))
        {
            Directory.Delete(_folder.SiteFolder(tenant), recursive: true);
        }
    }
}

/// <summary>A site that could not be set up, with the reason for the person at the console.</summary>
public sealed class SetupException : Exception
{
    /// <summary>Says why.</summary>
    public SetupException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
