using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace InstituteCms.Kernel.Recipes.Steps;

/// <summary>Imports content items, one by one, so that a broken one can be named.</summary>
internal sealed class ContentStep : NamedRecipeStepHandler
{
    private readonly IContentManager _content;
    private readonly IContentDefinitionManager _definitions;

    public ContentStep(IContentManager content, IContentDefinitionManager definitions)
        : base("content")
    {
        (_content, _definitions) = (content, definitions);
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var items = context.Step["data"] as JsonArray ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            try
            {
                await ImportAsync(items[i]);
            }
            catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
            {
                throw new RecipeException($"item {i + 1} ({NameOf(items[i])}): {e.Message}", e);
            }
        }
    }

    private static string NameOf(JsonNode? item) =>
        item is JsonObject json ? json["DisplayText"]?.ToString() ?? json["ContentItemId"]?.ToString() ?? "unnamed" : "not an object";

    private async Task ImportAsync(JsonNode? json)
    {
        var item = json.Deserialize<ContentItem>(ContentJson.Options) ?? throw new RecipeException("there is nothing.");
        if (string.IsNullOrEmpty(item.ContentType) || await _definitions.GetTypeDefinitionAsync(item.ContentType) is null)
        {
            throw new RecipeException($"there is no content type {item.ContentType}.");
        }

        await _content.ImportAsync([item]);
    }
}
