using System.Text.Json;
using InstituteCms.Kernel.Content;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace InstituteCms.Kernel.Recipes.Steps;

/// <summary>Has other recipes follow.</summary>
internal sealed class RecipesStep : NamedRecipeStepHandler
{
    private readonly RecipeHarvester _harvester;

    public RecipesStep(RecipeHarvester harvester)
        : base("recipes")
    {
        _harvester = harvester;
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var recipes = new List<RecipeDescriptor>();
        foreach (var (name, _) in context.Step.Deserialize<Model>(ContentJson.Options)!.Values)
        {
            recipes.Add(await _harvester.FindAsync(name) ?? throw new RecipeException($"there is no recipe {name}."));
        }

        context.InnerRecipes = recipes;
    }

    private sealed record Model(IReadOnlyList<RecipeName> Values);

    private sealed record RecipeName(string Name, string? ExecutionId);
}
