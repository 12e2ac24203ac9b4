#nullable disable
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InstituteCms.Kernel.Content;

namespace OrchardCore.ContentManagement;

/// <summary>Something that belongs to a content item.</summary>
public interface IContent
{
    /// <summary>The item.</summary>
    ContentItem ContentItem { get; }
}

/// <summary>A typed view of one JSON object of a content item; changes reach the JSON through Apply or Alter.</summary>
public class ContentElement : IContent
{
    private Dictionary<string, ContentElement> _elements;
    private JsonObject _data;

    /// <summary>An element without data.</summary>
    protected ContentElement() : this(ContentJson.NewObject())
    {
    }

    /// <summary>An element over <paramref name="data"/>.</summary>
    protected ContentElement(JsonObject data) => _data = data;

    /// <summary>The JSON as a dynamic object.</summary>
    [JsonIgnore]
    public dynamic Content => new DynamicJson(Data);

    /// <summary>The item that this element belongs to.</summary>
    [JsonIgnore]
    public ContentItem ContentItem { get; set; }

    /// <summary>Typed views handed out so far, by name.</summary>
    [JsonIgnore]
    protected internal Dictionary<string, ContentElement> Elements => _elements ??= [];

    [JsonIgnore]
    internal JsonObject Data
    {
        get => _data;
        set
        {
            _elements = null;
            _data = value;
        }
    }

    /// <summary>Whether the JSON has a member <paramref name="name"/>.</summary>
    public bool Has(string name) => Data.ContainsKey(name);
}

/// <summary>A part of a content item: its public properties are the stored JSON.</summary>
public class ContentPart : ContentElement
{
}
