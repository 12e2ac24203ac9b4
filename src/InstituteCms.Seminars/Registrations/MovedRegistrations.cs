using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InstituteCms.Questions;

namespace InstituteCms.Registrations;

/// <summary>Registrations in a recipe: every member of <see cref="Registration"/> by its name, but for the document's id.</summary>
/// <remarks>
/// A recipe runs texts of the form <c>[js: ...]</c>, and anybody may register under such a name. A space behind it makes it a text again,
/// and goes when it is read.
/// </remarks>
internal static class MovedRegistrations
{
    private static readonly JsonSerializerOptions _options = new() { PropertyNameCaseInsensitive = true, RespectNullableAnnotations = true, Converters = { new JsonStringEnumConverter() } };

    public static JsonObject Write(Registration registration)
    {
        var json = JsonSerializer.SerializeToNode(registration, _options)!.AsObject();
        json.Remove(nameof(Registration.Id));
        Defuse(json);
        return json;
    }

    /// <exception cref="JsonException">It is not a registration.</exception>
    public static Registration Read(JsonNode? json)
    {
        var registration = json.Deserialize<Registration>(_options) ?? throw new JsonException();
        registration.Id = 0;
        registration.Name = registration.Name.Trim();
        registration.Email = registration.Email.Trim();
        registration.Affiliation = registration.Affiliation.Trim();
        registration.Answers = [.. registration.Answers.Select(Trimmed)];
        return registration;
    }

    private static Answer Trimmed(Answer answer) => answer with
    {
        Asked = answer.Asked.Trim(),
        Values = [.. answer.Values.Select(value => value.Trim())],
        Words = [.. answer.Words.Select(word => word.Trim())],
    };

    private static void Defuse(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject source:
                source.Select(property => property.Value).ToList().ForEach(Defuse);
                break;
            case JsonArray source:
                source.ToList().ForEach(Defuse);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith('[') && text.EndsWith(']'):
                value.ReplaceWith(text + " ");
                break;
        }
    }
}
