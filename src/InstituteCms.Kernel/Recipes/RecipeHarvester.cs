using System.Text.Json;
using InstituteCms.Kernel.Content;
using InstituteCms.Kernel.Modules;
using OrchardCore.Recipes.Models;

namespace InstituteCms.Kernel.Recipes;

/// <summary>Finds the recipes that the host's modules and themes bring along.</summary>
internal sealed class RecipeHarvester
{
    private readonly ModuleCatalog _catalog;

    public RecipeHarvester(ModuleCatalog catalog) => _catalog = catalog;

    public async Task<IReadOnlyList<RecipeDescriptor>> HarvestAsync()
    {
        var recipes = new List<RecipeDescriptor>();
        foreach (var module in _catalog.Modules)
        {
            var provider = new ModuleFileProvider(module);
            foreach (var path in module.Files.Where(IsRecipe).Order(StringComparer.Ordinal))
            {
                var head = new RecipeDescriptor { RecipeFileInfo = provider.GetFileInfo(path) };
                var recipe = (await head.ReadAsync()).Deserialize<RecipeDescriptor>(ContentJson.Options)!;
                recipe.FileProvider = provider;
                recipe.RecipeFileInfo = head.RecipeFileInfo;
                recipe.BasePath = Path.GetDirectoryName(path)!.Replace('\\', '/');
                recipes.Add(recipe);
            }
        }

        return recipes;
    }

    /// <summary>The recipe of a name, in any case; null where there is none.</summary>
    public async Task<RecipeDescriptor?> FindAsync(string name) =>
        (await HarvestAsync()).FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsRecipe(string path) =>
        path.StartsWith("Recipes/", StringComparison.OrdinalIgnoreCase) && path.EndsWith(".recipe.json", StringComparison.OrdinalIgnoreCase);
}
