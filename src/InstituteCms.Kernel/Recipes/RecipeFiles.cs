using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using Microsoft.Extensions.FileProviders;
using OrchardCore.Recipes.Models;

namespace InstituteCms.Kernel.Recipes;

/// <summary>Reads a recipe and the files beside it.</summary>
internal static class RecipeFiles
{
    public static async Task<JsonObject> ReadAsync(this RecipeDescriptor recipe, CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(recipe.RecipeFileInfo.CreateReadStream());
        return ContentJson.Parse(await reader.ReadToEndAsync(cancellationToken));
    }

    /// <summary>A file that the recipe names, by path from the recipe's own folder; it may not leave the module.</summary>
    public static IFileInfo FindFile(this RecipeDescriptor recipe, string path)
    {
        var segments = new Stack<string>();
        foreach (var segment in $"{recipe.BasePath}/{path}".Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment != ".." && segment != ".")
            {
                segments.Push(segment);
            }
            else if (segment == ".." && !segments.TryPop(out _))
            {
                return new NotFoundFileInfo(path);
            }
        }

        return recipe.FileProvider?.GetFileInfo(string.Join('/', segments.Reverse())) ?? new NotFoundFileInfo(path);
    }
}
