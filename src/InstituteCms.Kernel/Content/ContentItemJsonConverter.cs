using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;

namespace InstituteCms.Kernel.Content;

/// <summary>The stored form of an item: its own members first, in a fixed order and even where null; then the objects and arrays of its data.</summary>
internal sealed class ContentItemJsonConverter : JsonConverter<ContentItem>
{
    public override ContentItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonNode.Parse(ref reader, ContentJson.NodeOptions)!.AsObject();
        var item = new ContentItem
        {
            ContentItemId = Text(nameof(ContentItem.ContentItemId)),
            ContentItemVersionId = Text(nameof(ContentItem.ContentItemVersionId)),
            ContentType = Text(nameof(ContentItem.ContentType)),
            DisplayText = Text(nameof(ContentItem.DisplayText)),
            Latest = Flag(nameof(ContentItem.Latest)),
            Published = Flag(nameof(ContentItem.Published)),
            ModifiedUtc = Instant(nameof(ContentItem.ModifiedUtc)),
            PublishedUtc = Instant(nameof(ContentItem.PublishedUtc)),
            CreatedUtc = Instant(nameof(ContentItem.CreatedUtc)),
            Owner = Text(nameof(ContentItem.Owner)),
            Author = Text(nameof(ContentItem.Author)),
        };

        foreach (var (name, value) in json.ToArray())
        {
            if (value is JsonObject or JsonArray)
            {
                json.Remove(name);
                item.Data[name] = value;
            }
        }

        return item;

        string? Text(string name) => json[name]?.ToString();
        bool Flag(string name) => json[name]?.Deserialize<bool>() ?? false;
        DateTime? Instant(string name) => json[name]?.Deserialize<DateTime>(ContentJson.Options);
    }

    public override void Write(Utf8JsonWriter writer, ContentItem value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(nameof(ContentItem.ContentItemId), value.ContentItemId);
        writer.WriteString(nameof(ContentItem.ContentItemVersionId), value.ContentItemVersionId);
        writer.WriteString(nameof(ContentItem.ContentType), value.ContentType);
        writer.WriteString(nameof(ContentItem.DisplayText), value.DisplayText);
        writer.WriteBoolean(nameof(ContentItem.Latest), value.Latest);
        writer.WriteBoolean(nameof(ContentItem.Published), value.Published);
        Instant(nameof(ContentItem.ModifiedUtc), value.ModifiedUtc);
        Instant(nameof(ContentItem.PublishedUtc), value.PublishedUtc);
        Instant(nameof(ContentItem.CreatedUtc), value.CreatedUtc);
        writer.WriteString(nameof(ContentItem.Owner), value.Owner);
        writer.WriteString(nameof(ContentItem.Author), value.Author);

        foreach (var (name, data) in value.Data)
        {
            writer.WritePropertyName(name);
            if (data is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                data.WriteTo(writer);
            }
        }

        writer.WriteEndObject();

        void Instant(string name, DateTime? instant)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, instant, ContentJson.Options);
        }
    }
}
