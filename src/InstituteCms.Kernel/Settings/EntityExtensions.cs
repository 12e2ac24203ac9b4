#nullable disable
using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Data;

namespace OrchardCore.Entities;

/// <summary>Typed access to <see cref="IEntity.Properties"/>. The name of a type is its own, without namespace.</summary>
public static class EntityExtensions
{
    /// <summary>The data of type <typeparamref name="T"/>, or a new one, which is not attached.</summary>
    public static T GetOrCreate<T>(this IEntity entity) where T : new() => entity.GetOrCreate<T>(typeof(T).Name);

    /// <summary>The data under <paramref name="name"/>, or a new one, which is not attached.</summary>
    public static T GetOrCreate<T>(this IEntity entity, string name) where T : new() =>
        entity.TryGet<T>(name, out var aspect) ? aspect : new T();

    /// <summary>Whether there is data of type <typeparamref name="T"/>; a copy of it.</summary>
    public static bool TryGet<T>(this IEntity entity, out T aspect) where T : new() => entity.TryGet(typeof(T).Name, out aspect);

    /// <summary>Whether there is data under <paramref name="name"/>; a copy of it.</summary>
    public static bool TryGet<T>(this IEntity entity, string name, out T aspect) where T : new()
    {
        aspect = default;
        if (entity.Properties[name] is not { } node)
        {
            return false;
        }

        aspect = node.Deserialize<T>(DocumentJson.Options);
        return aspect is not null;
    }

    /// <summary>Stores <paramref name="aspect"/> under its type's name.</summary>
    public static IEntity Put<T>(this IEntity entity, T aspect) where T : new() => entity.Put(typeof(T).Name, aspect);

    /// <summary>Stores <paramref name="value"/> under <paramref name="name"/>.</summary>
    public static IEntity Put(this IEntity entity, string name, object value)
    {
        entity.Properties[name] = value is JsonNode node ? node.DeepClone() : JsonSerializer.SerializeToNode(value, DocumentJson.Options);
        return entity;
    }
}
