using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InstituteCms.Texts;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>An item's data field by field: members of objects by their path, such as <c>EventPart.Venue.Name</c>; lists as a whole. What is empty is left out.</summary>
internal static partial class ContentFields
{
    public static SortedDictionary<string, JsonNode> Read(JsonObject data)
    {
        var fields = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        Read(data, string.Empty, fields);
        return fields;
    }

    /// <summary>Makes the field of <paramref name="to"/> what it is in <paramref name="from"/>.</summary>
    public static void Copy(JsonObject from, JsonObject to, string path)
    {
        var names = path.Split('.');
        JsonNode? source = from;
        foreach (var name in names)
        {
            source = (source as JsonObject)?[name];
        }

        foreach (var name in names[..^1])
        {
            to = to[name] as JsonObject ?? (JsonObject)(to[name] = new JsonObject());
        }

        if (source is null)
        {
            to.Remove(names[^1]);
        }
        else
        {
            to[names[^1]] = source.DeepClone();
        }
    }

    /// <summary>The path in words: <c>EventPart.Venue.MapUrl</c> is “Venue: Map url”.</summary>
    public static string Label(string path)
    {
        var names = path.Split('.') is [_, .. { Length: > 0 } inner] ? inner : [path];
        return string.Join(": ", names.Select(name => Capital().Replace(name.EndsWith("Utc", StringComparison.Ordinal) ? name[..^3] : name, match => " " + match.Value.ToLowerInvariant())));
    }

    /// <summary>How two values of a field differ, as readable text; where only the mark-up differs, with the mark-up.</summary>
    public static IReadOnlyList<DiffPiece> Compare(JsonNode? before, JsonNode? after)
    {
        var (old, now) = (Text(before), Text(after));
        var (plainOld, plainNow) = (Plain(old), Plain(now));
        return plainOld == plainNow ? WordDiff.Compare(old, now) : WordDiff.Compare(plainOld, plainNow);
    }

    private static void Read(JsonObject data, string prefix, SortedDictionary<string, JsonNode> fields)
    {
        foreach (var (name, value) in data)
        {
            if (value is JsonObject inner)
            {
                Read(inner, prefix + name + ".", fields);
            }
            else if (value is not null && Text(value).Length > 0)
            {
                fields[prefix + name] = value;
            }
        }
    }

    private static string Text(JsonNode? node) => node switch
    {
        null => string.Empty,
        JsonArray list => string.Join('\n', list.Select(Text)),
        JsonObject group => string.Join(", ", group.Select(member => Text(member.Value)).Where(text => text.Length > 0)),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(),
    };

    private static string Plain(string text) => Tag().IsMatch(text)
        ? WebUtility.HtmlDecode(Tag().Replace(BlockEnd().Replace(text, "\n"), string.Empty)).Trim()
        : text;

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"</?[a-zA-Z][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"</(p|h[1-6]|li|blockquote|div)>|<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockEnd();
}
