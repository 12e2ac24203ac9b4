using System.Text.Json;
using InstituteCms.Kernel.Content;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace InstituteCms.Kernel.Recipes.Steps;

/// <summary>Adds to the definitions of types and parts; what is there stays.</summary>
internal sealed class ContentDefinitionStep : NamedRecipeStepHandler
{
    private readonly IContentDefinitionManager _definitions;

    public ContentDefinitionStep(IContentDefinitionManager definitions)
        : base("ContentDefinition")
    {
        _definitions = definitions;
    }

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var model = context.Step.Deserialize<Model>(ContentJson.Options)!;
        foreach (var part in model.ContentParts ?? [])
        {
            await _definitions.AlterPartDefinitionAsync(part.Name, builder =>
            {
                builder.MergeSettings(part.Settings ?? []);
                foreach (var field in part.ContentPartFieldDefinitionRecords)
                {
                    builder.WithField(field.Name, f => f.OfType(field.FieldName).MergeSettings(field.Settings ?? []));
                }
            });
        }

        foreach (var type in model.ContentTypes ?? [])
        {
            await _definitions.AlterTypeDefinitionAsync(type.Name, builder =>
            {
                builder.WithDisplayName(type.DisplayName ?? builder.Current.DisplayName).MergeSettings(type.Settings ?? []);
                foreach (var part in type.ContentTypePartDefinitionRecords)
                {
                    builder.WithPart(part.Name ?? part.PartName, part.PartName, p => p.MergeSettings(part.Settings ?? []));
                }
            });
        }
    }

    private sealed record Model(IReadOnlyList<ContentTypeDefinitionRecord>? ContentTypes, IReadOnlyList<ContentPartDefinitionRecord>? ContentParts);
}
