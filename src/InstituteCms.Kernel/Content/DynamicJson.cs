using System.Collections;
using System.Dynamic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstituteCms.Kernel.Content;

/// <summary>A JSON node that answers to dynamic member access; a member that is not there is null.</summary>
internal sealed class DynamicJson(JsonNode node) : DynamicObject, IEnumerable
{
    public JsonNode Node => node;

    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        result = Wrap((node as JsonObject)?[binder.Name]);
        return true;
    }

    public override bool TrySetMember(SetMemberBinder binder, object? value)
    {
        Set(binder.Name, value);
        return node is JsonObject;
    }

    public override bool TryGetIndex(GetIndexBinder binder, object[] indexes, out object? result)
    {
        result = (node, indexes[0]) switch
        {
            (JsonObject json, string name) => Wrap(json[name]),
            (JsonArray array, int index) => Wrap(array[index]),
            _ => null,
        };
        return true;
    }

    public override bool TrySetIndex(SetIndexBinder binder, object[] indexes, object? value)
    {
        if (indexes[0] is string name)
        {
            Set(name, value);
        }

        return node is JsonObject;
    }

    public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
    {
        result = binder.Name is nameof(ToString) ? ToString() : null;
        return binder.Name is nameof(ToString);
    }

    public override bool TryConvert(ConvertBinder binder, out object? result)
    {
        result = binder.Type.IsAssignableFrom(node.GetType()) ? node
            : binder.Type == typeof(string) ? ToString()
            : node.Deserialize(binder.Type, ContentJson.Options);
        return true;
    }

    public override IEnumerable<string> GetDynamicMemberNames() => (node as JsonObject)?.Select(member => member.Key) ?? [];

    public IEnumerator GetEnumerator() => node is JsonArray array ? array.Select(Wrap).GetEnumerator() : Array.Empty<object>().GetEnumerator();

    public override string ToString() => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToString();

    private static DynamicJson? Wrap(JsonNode? value) => value is null ? null : new DynamicJson(value);

    private void Set(string name, object? value)
    {
        if (node is JsonObject json)
        {
            json[name] = value switch
            {
                DynamicJson other => other.Node.DeepClone(),
                JsonNode other => other.Parent is null ? other : other.DeepClone(),
                _ => JsonSerializer.SerializeToNode(value, ContentJson.Options),
            };
        }
    }
}
