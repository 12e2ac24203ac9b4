#nullable disable
using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Content;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Metadata.Builders;

/// <summary>Builds a type on what is stored.</summary>
public class ContentTypeDefinitionBuilder
{
    private readonly List<ContentTypePartDefinition> _parts;
    private readonly JsonObject _settings;
    private string _name;
    private string _displayName;

    public ContentTypeDefinitionBuilder() : this(new ContentTypeDefinition(null, null))
    {
    }

    public ContentTypeDefinitionBuilder(ContentTypeDefinition existing)
    {
        Current = existing;
        _name = existing.Name;
        _displayName = existing.DisplayName;
        _parts = [.. existing.Parts];
        _settings = ContentJson.Clone(existing.Settings);
    }

    public ContentTypeDefinition Current { get; }

    public ContentTypeDefinition Build() => new(_name, string.IsNullOrEmpty(_displayName) ? _name : _displayName, _parts, _settings);

    public ContentTypeDefinitionBuilder WithName(string name)
    {
        _name = name;
        return this;
    }

    public ContentTypeDefinitionBuilder WithDisplayName(string displayName)
    {
        _displayName = displayName;
        return this;
    }

    /// <summary>Merges <paramref name="settings"/> into those stored.</summary>
    public ContentTypeDefinitionBuilder MergeSettings(JsonObject settings)
    {
        ContentJson.Merge(_settings, settings);
        return this;
    }

    /// <summary>Changes the settings of one kind; defaults are not stored.</summary>
    public ContentTypeDefinitionBuilder MergeSettings<T>(Action<T> setting) where T : class, new()
    {
        DefinitionSettings.Change(_settings, setting);
        return this;
    }

    public ContentTypeDefinitionBuilder WithPart(string partName) => WithPart(partName, partName, _ => { });

    public ContentTypeDefinitionBuilder WithPart(string partName, Action<ContentTypePartDefinitionBuilder> configuration) => WithPart(partName, partName, configuration);

    public ContentTypeDefinitionBuilder WithPart(string name, string partName, Action<ContentTypePartDefinitionBuilder> configuration) =>
        WithPart(name, new ContentPartDefinition(partName), configuration);

    public ContentTypeDefinitionBuilder WithPart<TPart>(Action<ContentTypePartDefinitionBuilder> configuration) where TPart : ContentPart => WithPart(typeof(TPart).Name, configuration);

    /// <summary>Adds the part, or changes it where the type has it under that name.</summary>
    public ContentTypeDefinitionBuilder WithPart(string name, ContentPartDefinition partDefinition, Action<ContentTypePartDefinitionBuilder> configuration)
    {
        var index = _parts.FindIndex(part => part.Name == name);
        var existing = index < 0 ? new ContentTypePartDefinition(name, partDefinition, ContentJson.NewObject()) : _parts[index];
        existing.ContentTypeDefinition ??= Current;
        var builder = new ContentTypePartDefinitionBuilder(existing);
        configuration(builder);

        if (index < 0)
        {
            _parts.Add(builder.Build());
        }
        else
        {
            _parts[index] = builder.Build();
        }

        return this;
    }
}

/// <summary>Builds a part on a type.</summary>
public class ContentTypePartDefinitionBuilder
{
    protected readonly JsonObject _settings;

    public ContentTypePartDefinitionBuilder(ContentTypePartDefinition part)
    {
        Current = part;
        _settings = ContentJson.Clone(part.Settings);
    }

    public ContentTypePartDefinition Current { get; }

    public string Name => Current.Name;

    public string PartName => Current.PartDefinition.Name;

    public string TypeName => Current.ContentTypeDefinition?.Name;

    public ContentTypePartDefinition Build() => new(Name, Current.PartDefinition, _settings) { ContentTypeDefinition = Current.ContentTypeDefinition };

    /// <summary>Merges <paramref name="settings"/> into those stored.</summary>
    public ContentTypePartDefinitionBuilder MergeSettings(JsonObject settings)
    {
        ContentJson.Merge(_settings, settings);
        return this;
    }

    /// <summary>Changes the settings of one kind; defaults are not stored.</summary>
    public ContentTypePartDefinitionBuilder MergeSettings<T>(Action<T> setting) where T : class, new()
    {
        DefinitionSettings.Change(_settings, setting);
        return this;
    }

    /// <summary>Stores the settings of one kind.</summary>
    public ContentTypePartDefinitionBuilder WithSettings<T>(T settings)
    {
        _settings[typeof(T).Name] = ContentJson.ToObjectWithoutDefaults(settings);
        return this;
    }
}

/// <summary>Builds a part.</summary>
public class ContentPartDefinitionBuilder
{
    private readonly List<ContentPartFieldDefinition> _fields;
    private readonly JsonObject _settings;

    public ContentPartDefinitionBuilder() : this(new ContentPartDefinition(null))
    {
    }

    public ContentPartDefinitionBuilder(ContentPartDefinition existing)
    {
        Current = existing;
        Name = existing.Name;
        _fields = [.. existing.Fields];
        _settings = ContentJson.Clone(existing.Settings);
    }

    public ContentPartDefinition Current { get; }

    public string Name { get; private set; }

    public ContentPartDefinition Build() => new(Name, _fields, _settings);

    /// <summary>Merges <paramref name="settings"/> into those stored.</summary>
    public ContentPartDefinitionBuilder MergeSettings(JsonObject settings)
    {
        ContentJson.Merge(_settings, settings);
        return this;
    }

    /// <summary>Changes the settings of one kind; defaults are not stored.</summary>
    public ContentPartDefinitionBuilder MergeSettings<T>(Action<T> setting) where T : class, new()
    {
        DefinitionSettings.Change(_settings, setting);
        return this;
    }

    /// <summary>Adds the field, or changes it where the part has it.</summary>
    public ContentPartDefinitionBuilder WithField(string fieldName, Action<ContentPartFieldDefinitionBuilder> configuration)
    {
        var index = _fields.FindIndex(field => field.Name == fieldName);
        var existing = index < 0 ? new ContentPartFieldDefinition(null, fieldName, ContentJson.NewObject()) { PartDefinition = Current } : _fields[index];
        var builder = new ContentPartFieldDefinitionBuilder(existing);
        configuration(builder);

        if (index < 0)
        {
            _fields.Add(builder.Build());
        }
        else
        {
            _fields[index] = builder.Build();
        }

        return this;
    }
}

/// <summary>Builds a field of a part.</summary>
public class ContentPartFieldDefinitionBuilder
{
    protected readonly JsonObject _settings;
    private ContentFieldDefinition _field;

    public ContentPartFieldDefinitionBuilder(ContentPartFieldDefinition field)
    {
        Current = field;
        _field = field.FieldDefinition;
        _settings = ContentJson.Clone(field.Settings);
    }

    public ContentPartFieldDefinition Current { get; }

    public string Name => Current.Name;

    public string FieldType => _field?.Name;

    public string PartName => Current.PartDefinition?.Name;

    public ContentPartFieldDefinition Build() => new(_field, Name, _settings);

    public ContentPartFieldDefinitionBuilder OfType(ContentFieldDefinition fieldDefinition)
    {
        _field = fieldDefinition;
        return this;
    }

    public ContentPartFieldDefinitionBuilder OfType(string fieldType) => OfType(new ContentFieldDefinition(fieldType));

    /// <summary>Merges <paramref name="settings"/> into those stored.</summary>
    public ContentPartFieldDefinitionBuilder MergeSettings(JsonObject settings)
    {
        ContentJson.Merge(_settings, settings);
        return this;
    }
}

internal static class DefinitionSettings
{
    public static void Change<T>(JsonObject settings, Action<T> change) where T : class, new()
    {
        var value = settings[typeof(T).Name] is JsonObject stored ? stored.Deserialize<T>(ContentJson.Options) : new T();
        change(value);
        settings[typeof(T).Name] = ContentJson.ToObjectWithoutDefaults(value);
    }
}
