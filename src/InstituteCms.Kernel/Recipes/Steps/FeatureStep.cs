using System.Text.Json.Nodes;
using InstituteCms.Kernel.Modules;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace InstituteCms.Kernel.Recipes.Steps;

/// <summary>Switches features on and off.</summary>
internal sealed class FeatureStep : NamedRecipeStepHandler
{
    private readonly ModuleCatalog _catalog;
    private readonly IFeatureSwitch _features;

    public FeatureStep(ModuleCatalog catalog, IFeatureSwitch features)
        : base("feature")
    {
        (_catalog, _features) = (catalog, features);
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var (enable, disable) = (Ids(context.Step["enable"]), Ids(context.Step["disable"]));
        foreach (var unknown in enable.Concat(disable).Where(id => _catalog.FindFeature(id) is null))
        {
            context.Errors.Add($"There is no feature {unknown}.");
        }

        if (context.Errors.Count == 0 && disable.Length > 0)
        {
            await _features.DisableAsync(disable);
        }

        if (context.Errors.Count == 0 && enable.Length > 0)
        {
            await _features.EnableAsync(enable);
        }
    }

    private static string[] Ids(JsonNode? list) => [.. (list as JsonArray ?? []).Select(id => id?.ToString()).OfType<string>()];
}
