using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InstituteCms.Kernel.Content;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Records;

namespace InstituteCms.Kernel.Headless.Contents;

/// <summary>
/// Finds members that a part does not have and values of the wrong type, which stored would come up later, on a page.
/// What the stored item has already may always be sent back.
/// </summary>
internal sealed class ContentPayloadCheck
{
    private static readonly HashSet<string> _members = typeof(ContentItem).GetProperties()
        .Where(member => member.DeclaringType == typeof(ContentItem)).Select(member => member.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static readonly JsonSerializerOptions _strict = Strict(JsonUnmappedMemberHandling.Skip);
    private static readonly JsonSerializerOptions _strictest = Strict(JsonUnmappedMemberHandling.Disallow);

    private readonly ContentOptions _options;

    public ContentPayloadCheck(IOptions<ContentOptions> options) => _options = options.Value;

    /// <summary>Sentences by the path of what they are about; nothing where all is well.</summary>
    /// <param name="payload">What was sent.</param>
    /// <param name="definition">The item's type.</param>
    /// <param name="known">The stored item; null for a new one.</param>
    public Dictionary<string, string[]> Errors(ContentPayload payload, ContentTypeDefinition definition, ContentItem? known)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var (name, value) in payload.Json)
        {
            var (path, sentence) = _members.Contains(name) ? CheckMember(name, value, definition) : CheckPart(name, value, definition, known);
            if (sentence is not null)
            {
                errors[path] = [sentence];
            }
        }

        return errors;
    }

    private static (string Path, string? Sentence) CheckMember(string name, JsonNode? value, ContentTypeDefinition definition) => value switch
    {
        JsonObject or JsonArray => (name, "The value is of the wrong type."),
        not null when Is(name, nameof(ContentItem.ContentType)) && !Is(value.ToString(), definition.Name) => (name, $"The item is of the type {definition.Name}, and stays so."),
        not null when value.ToString().Length > ContentItemIndex.MaxDisplayTextSize => (name, $"At most {ContentItemIndex.MaxDisplayTextSize} characters."),
        _ => (name, null),
    };

    private (string Path, string? Sentence) CheckPart(string name, JsonNode? value, ContentTypeDefinition definition, ContentItem? known)
    {
        var typePart = definition.Parts.FirstOrDefault(part => Is(part.Name, name));
        var type = _options.ContentPartOptionsLookup.TryGetValue(typePart?.PartDefinition.Name ?? name, out var option) ? option.Type : null;
        var stored = known?.Data[name] as JsonObject;
        if (typePart is null && type is null && stored is null)
        {
            return (name, $"Content of the type {definition.Name} has no such part.");
        }

        return value switch
        {
            null => (name, null),
            JsonObject part => type is null ? (name, null) : CheckValues(name, part, type, stored),
            _ => (name, "A part is a JSON object."),
        };
    }

    private static (string Path, string? Sentence) CheckValues(string name, JsonObject part, Type type, JsonObject? stored)
    {
        var known = _strict.GetTypeInfo(type).Properties.Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = ContentJson.Clone(part);
        foreach (var member in part.Select(member => member.Key).Where(member => !known.Contains(member)))
        {
            if (stored?.ContainsKey(member) != true)
            {
                return ($"{name}.{member}", "There is no such member.");
            }

            own.Remove(member);
        }

        return Try(own, type, _strict) is { } wrong ? (name + wrong, "The value is of the wrong type.")
            : Try(own, type, _strictest) is { } unknown ? (name + unknown, "There is a member that is not known here.")
            : (name, null);
    }

    /// <summary>The path of what cannot be read, such as <c>.Venue.Name</c>; null where all can.</summary>
    private static string? Try(JsonObject part, Type type, JsonSerializerOptions options)
    {
        try
        {
            part.Deserialize(type, options);
            return null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return (e as JsonException)?.Path?.TrimStart('$') ?? string.Empty; // What a part's own code refuses says no path.
        }
    }

    private static JsonSerializerOptions Strict(JsonUnmappedMemberHandling unmapped)
    {
        var options = new JsonSerializerOptions(ContentJson.Options) { UnmappedMemberHandling = unmapped, RespectNullableAnnotations = true };
        options.Converters.Insert(0, new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
