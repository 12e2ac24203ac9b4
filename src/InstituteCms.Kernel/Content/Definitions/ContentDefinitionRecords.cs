#nullable disable
using System.Text.Json.Nodes;

namespace OrchardCore.ContentManagement.Metadata.Records;

/// <summary>All definitions of a tenant, as stored.</summary>
public class ContentDefinitionRecord
{
    public IList<ContentTypeDefinitionRecord> ContentTypeDefinitionRecords { get; set; } = [];

    public IList<ContentPartDefinitionRecord> ContentPartDefinitionRecords { get; set; } = [];
}

/// <summary>A type as stored, and as recipes write it.</summary>
public class ContentTypeDefinitionRecord
{
    public string Name { get; set; }

    public string DisplayName { get; set; }

    public JsonObject Settings { get; set; }

    public IList<ContentTypePartDefinitionRecord> ContentTypePartDefinitionRecords { get; set; } = [];
}

/// <summary>A part on a type as stored.</summary>
public class ContentTypePartDefinitionRecord
{
    public string PartName { get; set; }

    public string Name { get; set; }

    public JsonObject Settings { get; set; }
}

/// <summary>A part as stored, and as recipes write it.</summary>
public class ContentPartDefinitionRecord
{
    public string Name { get; set; }

    public JsonObject Settings { get; set; }

    public IList<ContentPartFieldDefinitionRecord> ContentPartFieldDefinitionRecords { get; set; } = [];
}

/// <summary>A field of a part as stored.</summary>
public class ContentPartFieldDefinitionRecord
{
    public string FieldName { get; set; }

    public string Name { get; set; }

    public JsonObject Settings { get; set; }
}
