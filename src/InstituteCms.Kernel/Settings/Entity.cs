#nullable disable
using System.Text.Json.Nodes;

namespace OrchardCore.Entities;

/// <summary>Something that carries further data by name.</summary>
public interface IEntity
{
    /// <summary>The data, a JSON object under each name.</summary>
    JsonObject Properties { get; }
}

/// <summary>Base of entities that are stored.</summary>
public class Entity : IEntity
{
    /// <inheritdoc />
    public JsonObject Properties { get; set; } = [];
}
