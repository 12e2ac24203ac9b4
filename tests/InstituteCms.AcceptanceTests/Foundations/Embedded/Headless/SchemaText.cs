using System.Text;
using System.Text.Json.Nodes;

namespace InstituteCms.AcceptanceTests.Headless;

/// <summary>A schema as text, from what introspection says of it.</summary>
public static class SchemaText
{
    public const string Query = """
        { __schema { queryType { name } mutationType { name } types { kind name description
          fields { name description args { name defaultValue type { ...t } } type { ...t } }
          inputFields { name defaultValue type { ...t } } enumValues { name } interfaces { name } possibleTypes { name } } } }
        fragment t on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    public static string Of(JsonNode schema)
    {
        var text = new StringBuilder();
        foreach (var type in schema["types"]!.AsArray().OrderBy(type => (string)type!["name"]!, StringComparer.Ordinal))
        {
            if (!((string)type!["name"]!).StartsWith("__", StringComparison.Ordinal))
            {
                Write(text, type);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode type)
    {
        var (kind, name) = ((string)type["kind"]!, (string)type["name"]!);
        var interfaces = Names(type["interfaces"], " & ");
        var head = kind switch
        {
            "OBJECT" => $"type {name}{(interfaces.Length > 0 ? " implements " + interfaces : "")}",
            "INPUT_OBJECT" => $"input {name}",
            "INTERFACE" => $"interface {name}",
            "ENUM" => $"enum {name}",
            _ => $"{kind.ToLowerInvariant()} {name}",
        };
        text.Append(head).Append('\n');
        foreach (var member in Members(type))
        {
            text.Append("  ").Append(member).Append('\n');
        }

        text.Append('\n');
    }

    private static IEnumerable<string> Members(JsonNode type) =>
    [
        .. (type["fields"]?.AsArray() ?? []).Select(field =>
        {
            var arguments = string.Join(", ", field!["args"]!.AsArray().Select(Value));
            return $"{(string)field["name"]!}{(arguments.Length > 0 ? $"({arguments})" : "")}: {TypeOf(field["type"]!)}";
        }),
        .. (type["inputFields"]?.AsArray() ?? []).Select(Value),
        .. (type["enumValues"]?.AsArray() ?? []).Select(value => (string)value!["name"]!),
    ];

    private static string Value(JsonNode? value) =>
        $"{(string)value!["name"]!}: {TypeOf(value["type"]!)}{((string?)value["defaultValue"] is { } standard ? " = " + standard : "")}";

    private static string TypeOf(JsonNode type) => (string)type["kind"]! switch
    {
        "NON_NULL" => TypeOf(type["ofType"]!) + "!",
        "LIST" => $"[{TypeOf(type["ofType"]!)}]",
        _ => (string)type["name"]!,
    };

    private static string Names(JsonNode? types, string between) => string.Join(between, (types?.AsArray() ?? []).Select(type => (string)type!["name"]!));
}
