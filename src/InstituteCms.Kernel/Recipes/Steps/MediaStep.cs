using System.Text.Json;
using InstituteCms.Kernel.Content;
using OrchardCore.Media;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace InstituteCms.Kernel.Recipes.Steps;

/// <summary>Puts files into the media folder, from the step itself or from beside the recipe.</summary>
internal sealed class MediaStep : NamedRecipeStepHandler
{
    private readonly IMediaFileStore _media;

    public MediaStep(IMediaFileStore media)
        : base("media")
    {
        _media = media;
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var file in context.Step.Deserialize<Model>(ContentJson.Options)!.Files)
        {
            await using var stream = Open(context.RecipeDescriptor, file);
            await _media.CreateFileFromStreamAsync(file.TargetPath, stream, overwrite: true);
        }
    }

    private static Stream Open(RecipeDescriptor recipe, MediaFile file)
    {
        if (file.Base64 is not null)
        {
            return new MemoryStream(Convert.FromBase64String(file.Base64));
        }

        return file.SourcePath is not null && recipe.FindFile(file.SourcePath) is { Exists: true } found
            ? found.CreateReadStream()
            : throw new RecipeException($"there is no file {file.SourcePath} for {file.TargetPath}.");
    }

    private sealed record Model(IReadOnlyList<MediaFile> Files);

    private sealed record MediaFile(string TargetPath, string? SourcePath, string? Base64);
}
