using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;

namespace InstituteCms.Kernel.Content;

internal static class PartSettings
{
    /// <summary>The settings of a part on the item's type; their defaults where the type does not have the part.</summary>
    public static async Task<T> GetPartSettingsAsync<T>(this IContentDefinitionManager definitions, ContentItem item, string partName) where T : new()
    {
        var definition = await definitions.GetTypeDefinitionAsync(item.ContentType);
        var typePart = definition?.Parts.FirstOrDefault(part => part.PartDefinition.Name == partName);
        return typePart is null ? new T() : typePart.GetSettings<T>();
    }
}
