using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Settings;

namespace InstituteCms.Kernel.Content;

/// <summary>How content is written as JSON and read from it.</summary>
internal static class ContentJson
{
    public static readonly JsonNodeOptions NodeOptions = new() { PropertyNameCaseInsensitive = true };

    public static readonly JsonSerializerOptions Options = Create(JsonIgnoreCondition.WhenWritingNull);

    /// <summary>Nulls are written: so that a cleared member replaces what was stored.</summary>
    private static readonly JsonSerializerOptions _withNulls = Create(JsonIgnoreCondition.Never);

    private static readonly JsonSerializerOptions _withoutDefaults = Create(JsonIgnoreCondition.WhenWritingDefault);

    public static JsonObject NewObject() => new(NodeOptions);

    public static JsonObject ToObject(object value) => ToObject(value, Options);

    public static JsonObject ToObjectWithNulls(object value) => ToObject(value, _withNulls);

    public static JsonObject ToObjectWithoutDefaults(object value) => ToObject(value, _withoutDefaults);

    public static JsonObject Parse(string json) =>
        JsonNode.Parse(json, NodeOptions, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })?.AsObject() ?? NewObject();

    public static JsonObject Clone(JsonObject value) => value.DeepClone().AsObject();

    /// <summary>Copies <paramref name="source"/> into <paramref name="target"/>: objects member by member, arrays whole unless asked otherwise; a null removes.</summary>
    public static void Merge(JsonObject target, JsonObject source, MergeArrayHandling arrays = MergeArrayHandling.Replace)
    {
        foreach (var (name, value) in source)
        {
            switch (value, target[name])
            {
                case (null, _):
                    target.Remove(name);
                    break;
                case (JsonObject from, JsonObject to):
                    Merge(to, from, arrays);
                    break;
                case (JsonArray from, JsonArray to) when arrays is not MergeArrayHandling.Replace:
                    MergeArrays(to, from, arrays);
                    break;
                default:
                    target[name] = value.DeepClone();
                    break;
            }
        }
    }

    private static void MergeArrays(JsonArray target, JsonArray source, MergeArrayHandling arrays)
    {
        for (var i = 0; i < source.Count; i++)
        {
            if (arrays is MergeArrayHandling.Merge && i < target.Count)
            {
                if (target[i] is JsonObject to && source[i] is JsonObject from)
                {
                    Merge(to, from, arrays);
                }
                else
                {
                    target[i] = source[i]?.DeepClone();
                }
            }
            else if (arrays is not MergeArrayHandling.Union || !target.Any(item => JsonNode.DeepEquals(item, source[i])))
            {
                target.Add(source[i]?.DeepClone());
            }
        }
    }

    private static JsonObject ToObject(object value, JsonSerializerOptions options) => value switch
    {
        JsonObject json => Clone(json),
        DynamicJson { Node: JsonObject json } => Clone(json),
        _ => Parse(JsonSerializer.Serialize(value, value.GetType(), options)),
    };

    private static JsonSerializerOptions Create(JsonIgnoreCondition ignore) => new()
    {
        DefaultIgnoreCondition = ignore,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        ReadCommentHandling = JsonCommentHandling.Skip,
        PropertyNameCaseInsensitive = true,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new UtcDateTimeConverter(), new JsonStringEnumConverter() },
    };

    /// <summary>Dates are UTC: an unspecified one is taken for UTC, a local one is converted.</summary>
    private sealed class UtcDateTimeConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTime.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
                ? instant
                : throw new JsonException("Not an instant.");

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(ToUtc(value));

        private static DateTime ToUtc(DateTime value) =>
            value.Kind is DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);
    }
}
