#nullable disable
using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;

namespace OrchardCore.ContentManagement;

/// <summary>Named parts of items and named fields of parts.</summary>
public static class ContentExtensions
{
    /// <summary>The element <paramref name="name"/>, always the same instance; null where there is none.</summary>
    public static TElement Get<TElement>(this ContentElement contentElement, string name) where TElement : ContentElement =>
        (TElement)contentElement.Get(typeof(TElement), name);

    /// <inheritdoc cref="Get{TElement}" />
    public static ContentElement Get(this ContentElement contentElement, Type contentElementType, string name)
    {
        if (contentElement.Elements.TryGetValue(name, out var known) && contentElementType.IsInstanceOfType(known))
        {
            return known;
        }

        if (contentElement.Data[name] is not JsonObject data)
        {
            return null;
        }

        var element = (ContentElement)data.Deserialize(contentElementType, ContentJson.Options);
        element.Data = data;
        element.ContentItem = contentElement.ContentItem;
        return contentElement.Elements[name] = element;
    }

    /// <summary>The element <paramref name="name"/>, added where there is none.</summary>
    public static TElement GetOrCreate<TElement>(this ContentElement contentElement, string name) where TElement : ContentElement, new()
    {
        if (contentElement.Get<TElement>(name) is { } existing)
        {
            return existing;
        }

        var element = new TElement { ContentItem = contentElement.ContentItem };
        contentElement.Data[name] = element.Data;
        contentElement.Elements[name] = element;
        return element;
    }

    /// <summary>Adds <paramref name="element"/> unless the name is taken.</summary>
    public static ContentElement Weld(this ContentElement contentElement, string name, ContentElement element)
    {
        if (!contentElement.Data.ContainsKey(name))
        {
            if (element.Data.Count == 0)
            {
                element.Data = ContentJson.ToObject(element);
            }

            element.ContentItem = contentElement.ContentItem;
            contentElement.Data[name] = element.Data;
            contentElement.Elements[name] = element;
        }

        return contentElement;
    }

    /// <summary>Writes <paramref name="element"/> to the JSON; members that its type does not know stay.</summary>
    public static ContentElement Apply(this ContentElement contentElement, string name, ContentElement element)
    {
        if (contentElement.Data[name] is JsonObject data)
        {
            ContentJson.Merge(data, ContentJson.ToObjectWithNulls(element));
        }
        else
        {
            contentElement.Data[name] = data = ContentJson.ToObject(element);
        }

        if (!ReferenceEquals(element.Data, data))
        {
            element.Data = data;
        }

        element.ContentItem = contentElement.ContentItem;
        contentElement.Elements[name] = element;
        return contentElement;
    }

    /// <summary>Writes the part to its item under the name of its type.</summary>
    public static ContentPart Apply(this ContentPart contentPart)
    {
        contentPart.ContentItem.Apply(contentPart.GetType().Name, contentPart);
        return contentPart;
    }

    /// <summary>Changes the element <paramref name="name"/> and writes it.</summary>
    public static ContentElement Alter<TElement>(this ContentElement contentElement, string name, Action<TElement> action) where TElement : ContentElement, new()
    {
        var element = contentElement.GetOrCreate<TElement>(name);
        action(element);
        return contentElement.Apply(name, element);
    }

    /// <summary>Takes the element <paramref name="name"/> away; false where there is none.</summary>
    public static bool Remove(this ContentElement contentElement, string name)
    {
        contentElement.Elements.Remove(name);
        return contentElement.Data.Remove(name);
    }

    /// <summary>Whether there is an element named like the type.</summary>
    public static bool Has<TElement>(this ContentElement contentElement) where TElement : ContentElement => contentElement.Has(typeof(TElement).Name);
}
