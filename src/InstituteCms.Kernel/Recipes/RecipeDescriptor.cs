#nullable disable
using Microsoft.Extensions.FileProviders;

namespace OrchardCore.Recipes.Models;

/// <summary>The head of a recipe and the file it stands in.</summary>
public class RecipeDescriptor
{
    /// <summary>Who wrote it.</summary>
    public string Author { get; set; }

    /// <summary>Its folder within <see cref="FileProvider"/>.</summary>
    public string BasePath { get; set; }

    /// <summary>Headings it is listed under.</summary>
    public string[] Categories { get; set; }

    /// <summary>What it sets up.</summary>
    public string Description { get; set; }

    /// <summary>Name shown to people.</summary>
    public string DisplayName { get; set; }

    /// <summary>Finds the files it names.</summary>
    public IFileProvider FileProvider { get; set; }

    /// <summary>Whether a tenant can be set up with it.</summary>
    public bool IsSetupRecipe { get; set; }

    /// <summary>Unique name.</summary>
    public string Name { get; set; }

    /// <summary>The file.</summary>
    public IFileInfo RecipeFileInfo { get; set; }

    /// <summary>Words it is found by.</summary>
    public string[] Tags { get; set; }

    /// <summary>A semantic version.</summary>
    public string Version { get; set; }

    /// <summary>Where to read about it.</summary>
    public string WebSite { get; set; }
}
