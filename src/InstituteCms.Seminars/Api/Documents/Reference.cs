using System.Text.Json.Nodes;

namespace InstituteCms.Api.Documents;

/// <summary>The OpenAPI document in an order in which people read it.</summary>
public sealed record Reference(string Title, string Description, string Server, IReadOnlyList<ReferenceGroup> Groups, IReadOnlyList<ReferenceType> Types)
{
    public static Reference Of(JsonNode document)
    {
        var operations = (document["paths"] as JsonObject ?? [])
            .SelectMany(path => (path.Value as JsonObject ?? []).Where(method => method.Value?["operationId"] is not null)
                .Select(method => ReferenceOperation.Of(path.Key, method.Key, method.Value!)));
        return new(
            Text(document["info"]?["title"]),
            Text(document["info"]?["description"]),
            Text(document["servers"]?[0]?["url"]).TrimEnd('/'),
            [.. operations.GroupBy(operation => operation.Tag).Select(group => new ReferenceGroup(group.Key, [.. group]))],
            [.. (document["components"]?["schemas"] as JsonObject ?? []).Where(schema => schema.Value is JsonObject).Select(schema => ReferenceType.Of(schema.Key, schema.Value!))]);
    }

    internal static string Text(JsonNode? node) => node?.ToString() ?? "";

    /// <summary>The name of the type that a schema is of, or leads to.</summary>
    internal static string TypeOf(JsonNode? schema) => schema switch
    {
        null => "",
        _ when schema["$ref"] is { } reference => Text(reference).Split('/')[^1],
        _ when schema["items"] is { } items => TypeOf(items) + "[]",
        _ when schema["oneOf"] is JsonArray choices => string.Join(" | ", choices.Select(TypeOf)),
        _ when schema["type"] is JsonArray types => string.Join(" | ", types.Select(Text)),
        _ => Text(schema["type"]),
    };
}

/// <summary>Operations about one kind of thing.</summary>
public sealed record ReferenceGroup(string Name, IReadOnlyList<ReferenceOperation> Operations);

/// <summary>One operation.</summary>
public sealed record ReferenceOperation(
    string Id, string Tag, string Method, string Path, string Summary, string Body, IReadOnlyList<ReferenceField> Parameters, IReadOnlyList<ReferenceField> Answers)
{
    internal static ReferenceOperation Of(string path, string method, JsonNode operation) => new(
        Reference.Text(operation["operationId"]),
        Reference.Text(operation["tags"]?[0]),
        method.ToUpperInvariant(),
        path,
        Reference.Text(operation["summary"]),
        Reference.TypeOf((operation["requestBody"]?["content"] as JsonObject)?.FirstOrDefault().Value?["schema"]),
        [.. (operation["parameters"] as JsonArray ?? []).Select(parameter => new ReferenceField(
            Reference.Text(parameter!["name"]), Reference.TypeOf(parameter["schema"]), Reference.Text(parameter["description"])))],
        [.. (operation["responses"] as JsonObject ?? []).Select(answer => new ReferenceField(
            answer.Key, Reference.TypeOf((answer.Value!["content"] as JsonObject)?.FirstOrDefault().Value?["schema"]), Reference.Text(answer.Value["description"])))]);
}

/// <summary>One kind of thing that is sent or answered.</summary>
public sealed record ReferenceType(string Name, string Description, string Values, string Example, IReadOnlyList<ReferenceField> Fields)
{
    internal static ReferenceType Of(string name, JsonNode schema) => new(
        name,
        Reference.Text(schema["description"]),
        string.Join(", ", (schema["enum"] as JsonArray ?? []).Select(Reference.Text)),
        Reference.Text(schema["examples"]?[0]),
        [.. (schema["properties"] as JsonObject ?? []).Select(field => new ReferenceField(field.Key, Reference.TypeOf(field.Value), Reference.Text(field.Value?["description"])))]);
}

/// <summary>A parameter, a field or an answer.</summary>
public sealed record ReferenceField(string Name, string Type, string Description);
