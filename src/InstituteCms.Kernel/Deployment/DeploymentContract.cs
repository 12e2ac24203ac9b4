#nullable disable
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Recipes.Models;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Deployment;

/// <summary>Permissions over packages.</summary>
public static class DeploymentPermissions
{
    /// <summary>To take everything out.</summary>
    public static readonly Permission Export = new("Export", "Export Data");

    /// <summary>To put anything in, users among it.</summary>
    public static readonly Permission Import = new("Import", "Import Data", isSecurityCritical: true);
}

/// <summary>Something that a package shall hold.</summary>
public abstract class DeploymentStep
{
    /// <summary>Unique in its plan.</summary>
    public string Id { get; set; }

    /// <summary>The kind of step.</summary>
    public string Name { get; set; }

    /// <summary>The heading it is listed under.</summary>
    public LocalizedString Category { get; set; } = new(string.Empty, string.Empty);
}

/// <summary>What a package shall hold.</summary>
public class DeploymentPlan
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Name shown to people.</summary>
    public string Name { get; set; }

    /// <summary>In the order of their import.</summary>
    public List<DeploymentStep> DeploymentSteps { get; init; } = [];
}

/// <summary>Takes the files of a package.</summary>
public interface IFileBuilder
{
    /// <summary>Puts a file in.</summary>
    Task SetFileAsync(string subpath, Stream stream);
}

/// <summary>A package as it grows: a recipe, and the files it names.</summary>
public class DeploymentPlanResult
{
    private static readonly JsonSerializerOptions _indented = new(DocumentJson.Options) { WriteIndented = true };

    /// <summary>Begins a recipe with the head of <paramref name="recipeDescriptor"/>.</summary>
    public DeploymentPlanResult(IFileBuilder fileBuilder, RecipeDescriptor recipeDescriptor)
    {
        FileBuilder = fileBuilder;
        Recipe = new JsonObject
        {
            ["name"] = recipeDescriptor.Name ?? string.Empty,
            ["displayName"] = recipeDescriptor.DisplayName ?? string.Empty,
            ["description"] = recipeDescriptor.Description ?? string.Empty,
            ["author"] = recipeDescriptor.Author ?? string.Empty,
            ["website"] = recipeDescriptor.WebSite ?? string.Empty,
            ["version"] = recipeDescriptor.Version ?? string.Empty,
            ["issetuprecipe"] = recipeDescriptor.IsSetupRecipe,
            ["categories"] = JsonSerializer.SerializeToNode(recipeDescriptor.Categories ?? []),
            ["tags"] = JsonSerializer.SerializeToNode(recipeDescriptor.Tags ?? []),
        };
    }

    /// <summary>The recipe; its steps are added at the end.</summary>
    public JsonObject Recipe { get; }

    /// <summary>The recipe's steps.</summary>
    public IList<JsonObject> Steps { get; init; } = [];

    /// <summary>Takes the files.</summary>
    public IFileBuilder FileBuilder { get; }

    /// <summary>Writes the recipe as <c>Recipe.json</c>.</summary>
    public async Task FinalizeAsync()
    {
        Recipe["steps"] = new JsonArray([.. Steps]);
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(Recipe.ToJsonString(_indented)));
        await FileBuilder.SetFileAsync("Recipe.json", file);
    }
}

/// <summary>Puts into a package what a step asks for.</summary>
public interface IDeploymentSource
{
    /// <summary>Adds to <paramref name="result"/>, if the step is one of its own.</summary>
    Task ProcessDeploymentStepAsync(DeploymentStep step, DeploymentPlanResult result);
}

/// <summary>Answers to the steps of one type.</summary>
public abstract class DeploymentSourceBase<TStep> : IDeploymentSource
    where TStep : DeploymentStep
{
    /// <inheritdoc />
    public Task ProcessDeploymentStepAsync(DeploymentStep step, DeploymentPlanResult result) =>
        step is TStep own ? ProcessAsync(own, result) : Task.CompletedTask;

    /// <summary>Adds to <paramref name="result"/>.</summary>
    protected abstract Task ProcessAsync(TStep step, DeploymentPlanResult result);
}

/// <summary>Makes the steps of one type.</summary>
public interface IDeploymentStepFactory
{
    /// <summary>Name of the step's type.</summary>
    string Name { get; }

    /// <summary>A new step.</summary>
    DeploymentStep Create();
}

/// <inheritdoc cref="IDeploymentStepFactory" />
public class DeploymentStepFactory<TStep> : IDeploymentStepFactory
    where TStep : DeploymentStep
{
    private readonly IServiceProvider _services;

    /// <summary>Makes steps with services.</summary>
    public DeploymentStepFactory(IServiceProvider serviceProvider) => _services = serviceProvider;

    /// <inheritdoc />
    public string Name => typeof(TStep).Name;

    /// <inheritdoc />
    public DeploymentStep Create() => ActivatorUtilities.CreateInstance<TStep>(_services);
}

/// <summary>Registers what a feature adds to packages.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Registers a step and its source.</summary>
    public static IServiceCollection AddDeployment<TSource, TStep>(this IServiceCollection services)
        where TSource : IDeploymentSource
        where TStep : DeploymentStep
    {
        services.TryAddEnumerable(ServiceDescriptor.Transient(typeof(IDeploymentSource), typeof(TSource)));
        services.TryAddEnumerable(ServiceDescriptor.Transient<IDeploymentStepFactory, DeploymentStepFactory<TStep>>());
        return services;
    }

    /// <summary>The same; the driver is for Orchard Core's editor of plans: here a site is exported as a whole.</summary>
    public static IServiceCollection AddDeployment<TSource, TStep, TDisplayDriver>(this IServiceCollection services)
        where TSource : IDeploymentSource
        where TStep : DeploymentStep
        where TDisplayDriver : DisplayDriver<DeploymentStep, TStep> => services.AddDeployment<TSource, TStep>();
}
