#nullable disable
using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;

namespace OrchardCore.ContentManagement.Metadata.Models;

/// <summary>Something that is defined by a name and settings.</summary>
public abstract class ContentDefinition
{
    public string Name { get; protected set; }

    /// <summary>One object per settings class, under its name.</summary>
    public JsonObject Settings { get; protected set; }

    /// <summary>The settings of one kind; their defaults where none are stored.</summary>
    public T GetSettings<T>() where T : new() =>
        Settings?[typeof(T).Name] is JsonObject json ? json.Deserialize<T>(ContentJson.Options) : new T();
}

/// <summary>A kind of content.</summary>
public class ContentTypeDefinition : ContentDefinition
{
    public ContentTypeDefinition(string name, string displayName, IEnumerable<ContentTypePartDefinition> parts, JsonObject settings)
    {
        Name = name;
        DisplayName = displayName;
        Settings = ContentJson.Clone(settings);
        Parts = [.. parts];
        foreach (var part in Parts)
        {
            part.ContentTypeDefinition = this;
        }
    }

    public ContentTypeDefinition(string name, string displayName) : this(name, displayName, [], ContentJson.NewObject())
    {
    }

    public string DisplayName { get; }

    public IEnumerable<ContentTypePartDefinition> Parts { get; }
}

/// <summary>A part on a type.</summary>
public class ContentTypePartDefinition : ContentDefinition
{
    public ContentTypePartDefinition(string name, ContentPartDefinition contentPartDefinition, JsonObject settings)
    {
        Name = name;
        PartDefinition = contentPartDefinition;
        Settings = settings;
    }

    public ContentPartDefinition PartDefinition { get; }

    public ContentTypeDefinition ContentTypeDefinition { get; set; }
}

/// <summary>A part by itself.</summary>
public class ContentPartDefinition : ContentDefinition
{
    public ContentPartDefinition(string name, IEnumerable<ContentPartFieldDefinition> fields, JsonObject settings)
    {
        Name = name;
        Settings = ContentJson.Clone(settings);
        Fields = [.. fields];
        foreach (var field in Fields)
        {
            field.PartDefinition = this;
        }
    }

    public ContentPartDefinition(string name) : this(name, [], ContentJson.NewObject())
    {
    }

    public IEnumerable<ContentPartFieldDefinition> Fields { get; }
}

/// <summary>A kind of field.</summary>
public class ContentFieldDefinition(string name)
{
    public string Name { get; } = name;
}

/// <summary>A field of a part.</summary>
public class ContentPartFieldDefinition : ContentDefinition
{
    public ContentPartFieldDefinition(ContentFieldDefinition contentFieldDefinition, string name, JsonObject settings)
    {
        Name = name;
        FieldDefinition = contentFieldDefinition;
        Settings = settings;
    }

    public ContentFieldDefinition FieldDefinition { get; }

    public ContentPartDefinition PartDefinition { get; set; }
}
