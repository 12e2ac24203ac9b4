using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstituteCms.Kernel.Headless;

/// <summary>Texts of JSON that no database takes, and entries of lists that no code expects.</summary>
internal static class JsonTexts
{
    public const string Sentence = "A list has no empty entries, and a text has neither a null character nor half a character.";

    /// <summary>Where the first of them stands, such as <c>EventPart.Languages[2]</c>; null where all is well.</summary>
    public static string? FirstUnfit(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members
            .Select(member => IsFit(member.Key) ? FirstUnfit(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}") : path)
            .FirstOrDefault(unfit => unfit is not null),
        JsonArray entries => entries
            .Select((entry, index) => entry is null ? $"{path}[{index}]" : FirstUnfit(entry, $"{path}[{index}]"))
            .FirstOrDefault(unfit => unfit is not null),
        JsonValue value when value.GetValueKind() is JsonValueKind.String && !IsFit(value) => path,
        _ => null,
    };

    private static bool IsFit(JsonValue value)
    {
        try
        {
            return IsFit(value.GetValue<string>());
        }
        catch (InvalidOperationException)
        {
            return false; // Half a surrogate pair cannot even be read.
        }
    }

    private static bool IsFit(string text) => !text.Contains('\0', StringComparison.Ordinal);
}
