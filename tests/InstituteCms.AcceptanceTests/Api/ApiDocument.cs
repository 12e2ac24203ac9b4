using System.Text.Json;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Sites;
using Json.Schema;

namespace InstituteCms.AcceptanceTests.Api;

/// <summary>A site's OpenAPI document, by which answers are judged.</summary>
public sealed class ApiDocument
{
    private static readonly EvaluationOptions _strict = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private ApiDocument(JsonObject root) => Root = root;

    public JsonObject Root { get; }

    /// <summary>Every operation, by its path, method and id.</summary>
    public IEnumerable<(string Path, string Method, JsonObject Operation)> Operations =>
        from path in Root["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where method.Key is "get" or "post" or "patch" or "delete"
        select (path.Key, method.Key, method.Value!.AsObject());

    public static async Task<ApiDocument> ReadAsync(Visitor visitor, string tenant = "") => new((await visitor.AskAsync("/openapi.json", tenant)).Json.AsObject());

    /// <summary>What an answer's body has against the schema that the document gives for it; empty where it is as promised.</summary>
    public IReadOnlyList<string> Judge(string operationId, ApiReply reply)
    {
        var operation = Operations.Single(o => (string?)o.Operation["operationId"] == operationId).Operation;
        if (operation["responses"]![((int)reply.Status).ToString(System.Globalization.CultureInfo.InvariantCulture)] is not JsonObject response)
        {
            return [$"{operationId} does not say that it answers {(int)reply.Status}."];
        }

        return response["content"] is not JsonObject content
            ? reply.Text.Length == 0 ? [] : ["There is a body where none was promised."]
            : content[reply.ContentType!]?["schema"] is JsonObject schema ? Judge(schema, reply.Json) : [$"{reply.ContentType} was not promised."];
    }

    public IReadOnlyList<string> Judge(JsonObject schema, JsonNode value)
    {
        // The components go with the schema, so that its references lead somewhere; what is not described is not there.
        var alone = Closed(schema.DeepClone()).AsObject();
        alone["$defs"] = Closed(Root["components"]!["schemas"]!.DeepClone());
        var text = alone.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var found = JsonSchema.FromText(text).Evaluate(JsonSerializer.SerializeToElement(value), _strict);
        return found.IsValid
            ? []
            : [.. (found.Details ?? []).Where(detail => detail.Errors is { Count: > 0 }).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))];
    }

    private static JsonNode Closed(JsonNode node)
    {
        foreach (var child in (node as JsonObject)?.Select(member => member.Value).ToList() ?? (node as JsonArray)?.ToList() ?? [])
        {
            if (child is not null)
            {
                Closed(child);
            }
        }

        if (node is JsonObject { } schema && schema["properties"] is JsonObject && schema["type"] is not null)
        {
            schema["additionalProperties"] ??= false;
        }

        return node;
    }
}
