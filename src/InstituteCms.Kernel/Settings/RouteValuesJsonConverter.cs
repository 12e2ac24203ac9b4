using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing;

namespace InstituteCms.Kernel.Settings;

/// <summary>Route values as an object of strings, which is what routes compare.</summary>
internal sealed class RouteValuesJsonConverter : JsonConverter<RouteValueDictionary>
{
    public override RouteValueDictionary Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = new RouteValueDictionary();
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ref reader) ?? [])
        {
            values[key] = value.ValueKind == JsonValueKind.Null ? null : value.ToString();
        }

        return values;
    }

    public override void Write(Utf8JsonWriter writer, RouteValueDictionary value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in value)
        {
            writer.WriteString(key, Convert.ToString(item, System.Globalization.CultureInfo.InvariantCulture));
        }

        writer.WriteEndObject();
    }
}
