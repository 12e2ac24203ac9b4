using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using InstituteCms.Kernel.Recipes;
using InstituteCms.Kernel.Tenants;
using Microsoft.Extensions.Localization;
using OrchardCore.Deployment;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Recipes.Models;
using OrchardCore.Settings;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Deployment;

/// <summary>Packages of a whole site: a zip file of <c>Recipe.json</c> and media, as Orchard Core's own package import takes it.</summary>
public interface ISitePackages
{
    /// <summary>Writes the package of this site, with the media files or without.</summary>
    Task WriteAsync(Stream output, bool includeMedia);

    /// <summary>Carries out a package here. A step that fails leaves nothing of itself and ends the import; to do it again is no harm.</summary>
    /// <returns>What is wrong, in a sentence; null where all went well.</returns>
    Task<string?> ImportAsync(Stream package);
}

internal sealed class SitePackages : ISitePackages
{
    private const int SmallestZip = 22; // Bytes of the record that every archive ends with.

    private readonly IEnumerable<IDeploymentSource> _sources;
    private readonly IEnumerable<IDeploymentStepFactory> _steps;
    private readonly ISiteService _sites;
    private readonly RecipeExecutor _executor;
    private readonly TenantHost _tenants;
    private readonly ShellSettings _tenant;
    private readonly ISession _session;
    private readonly IStringLocalizer S;

    public SitePackages(
        IEnumerable<IDeploymentSource> sources, IEnumerable<IDeploymentStepFactory> steps, ISiteService sites,
        RecipeExecutor executor, TenantHost tenants, ShellSettings tenant, ISession session, IStringLocalizer<SitePackages> localizer)
    {
        (_sources, _steps, _sites) = (sources, steps, sites);
        (_executor, _tenants, _tenant, _session) = (executor, tenants, tenant, session);
        S = localizer;
    }

    public async Task WriteAsync(Stream output, bool includeMedia)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var site = await _sites.GetSiteSettingsAsync();
        var plan = new DeploymentPlan { Name = "Site", DeploymentSteps = [new SiteStep { IncludeMedia = includeMedia }, .. _steps.Select(step => step.Create())] };
        var result = new DeploymentPlanResult(new ZipFiles(zip), new RecipeDescriptor { Name = plan.Name, DisplayName = site.SiteName });
        foreach (var step in plan.DeploymentSteps)
        {
            foreach (var source in _sources)
            {
                await source.ProcessDeploymentStepAsync(step, result);
            }
        }

        foreach (var step in result.Steps)
        {
            RecipeScript.Defuse(step);
        }

        await result.FinalizeAsync();
    }

    public async Task<string?> ImportAsync(Stream package)
    {
        if (package.Length < SmallestZip)
        {
            return S["This is not a zip file, or it is damaged."];
        }

        try
        {
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            var files = new ZipFiles(zip);
            if (files.FindUnsafeName() is { } name)
            {
                return S["The package holds a file of the name “{0}”, which leads out of it: nothing was imported.", name];
            }

            if (files.IsTooLarge)
            {
                return S["The package is too large when it is unpacked: nothing was imported."];
            }

            var recipe = new RecipeDescriptor { Name = "Recipe.json", BasePath = "", FileProvider = files, RecipeFileInfo = files.GetFileInfo("Recipe.json") };
            return !recipe.RecipeFileInfo.Exists ? S["There is no file Recipe.json in the package."]
                : !await IsRecipeAsync(recipe) ? S["The file Recipe.json of the package is not a recipe: nothing was imported."]
                : await ExecuteAsync(recipe);
        }
        catch (InvalidDataException)
        {
            return S["This is not a zip file, or it is damaged."];
        }
    }

    private static async Task<bool> IsRecipeAsync(RecipeDescriptor recipe)
    {
        try
        {
            return (await recipe.ReadAsync())["steps"] is JsonArray steps && steps.All(step => step is JsonObject && step["name"] is JsonValue);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    private async Task<string?> ExecuteAsync(RecipeDescriptor recipe)
    {
        await _session.SaveChangesAsync(); // The steps write in sessions of their own, and must not wait for this one.
        try
        {
            await _executor.ExecuteAsync(recipe, new Dictionary<string, object>(), InNewScopeAsync, CancellationToken.None);
            return null;
        }
        catch (RecipeException e)
        {
            return S["The import stopped. {0} The package may be imported again: what is here already stays as it is.", e.Message];
        }
        finally
        {
            await _tenants.ReleaseAsync(_tenant);
            await _tenants.GetAsync(_tenant);
        }
    }

    /// <summary>Each step begins with the tenant as it now is: one before may have switched features.</summary>
    private async Task InNewScopeAsync(Func<ShellScope, Task> step)
    {
        var switched = false;
        await _tenants.UsingScopeAsync(_tenant, async scope =>
        {
            var before = await EnabledFeatures.ReadAsync(scope);
            await step(scope);
            switched = !before.SequenceEqual(await EnabledFeatures.ReadAsync(scope));
        });

        if (switched)
        {
            await _tenants.ReleaseAsync(_tenant);
        }
    }
}
