#nullable disable
using System.Text.Json;
using System.Text.Json.Settings;
using InstituteCms.Kernel.Content;

namespace OrchardCore.ContentManagement;

/// <summary>Typed parts of an item, named like their class unless a name is given.</summary>
public static class ContentItemExtensions
{
    /// <summary>The part, and whether there is one.</summary>
    public static bool TryGet<TPart>(this ContentItem contentItem, out TPart part) where TPart : ContentPart => contentItem.TryGet(typeof(TPart).Name, out part);

    /// <summary>The part <paramref name="name"/>, and whether there is one that reads as <typeparamref name="TPart"/>.</summary>
    public static bool TryGet<TPart>(this ContentItem contentItem, string name, out TPart part) where TPart : ContentPart
    {
        contentItem.TryGet(typeof(TPart), name, out var element);
        part = element as TPart;
        return part is not null;
    }

    /// <inheritdoc cref="TryGet{TPart}(ContentItem, string, out TPart)" />
    public static bool TryGet(this ContentItem contentItem, Type contentElementType, string name, out ContentElement part)
    {
        try
        {
            part = contentItem.Get(contentElementType, name);
        }
        catch (JsonException)
        {
            part = null;
        }

        return part is not null;
    }

    /// <summary>The part, added where there is none.</summary>
    public static TPart GetOrCreate<TPart>(this ContentItem contentItem) where TPart : ContentPart, new() => contentItem.GetOrCreate<TPart>(typeof(TPart).Name);

    /// <summary>Writes the part to the JSON.</summary>
    public static ContentItem Apply<TPart>(this ContentItem contentItem, TPart part) where TPart : ContentPart
    {
        contentItem.Apply(typeof(TPart).Name, part);
        return contentItem;
    }

    /// <summary>Changes the part and writes it.</summary>
    public static ContentItem Alter<TPart>(this ContentItem contentItem, Action<TPart> action) where TPart : ContentPart, new()
    {
        contentItem.Alter(typeof(TPart).Name, action);
        return contentItem;
    }

    /// <summary>Merges parts, display text, owner and author; which version it is, is not for the merge to say.</summary>
    public static ContentItem Merge(this ContentItem contentItem, object properties, JsonMergeSettings settings = null)
    {
        var json = ContentJson.ToObject(properties);
        contentItem.DisplayText = Text(nameof(ContentItem.DisplayText), contentItem.DisplayText);
        contentItem.Owner = Text(nameof(ContentItem.Owner), contentItem.Owner);
        contentItem.Author = Text(nameof(ContentItem.Author), contentItem.Author);

        foreach (var member in typeof(ContentItem).GetProperties().Where(p => p.DeclaringType == typeof(ContentItem)))
        {
            json.Remove(member.Name);
        }

        ContentJson.Merge(contentItem.Data, json, settings?.MergeArrayHandling ?? MergeArrayHandling.Concat);
        contentItem.Elements.Clear();
        return contentItem;

        string Text(string name, string fallback) => json.TryGetPropertyValue(name, out var value) ? value?.ToString() : fallback;
    }
}
