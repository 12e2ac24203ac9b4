using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>
/// What an item said when its form was opened, as one digest per field. A draft is saved over itself, so that its version's id alone does not tell
/// whether somebody else has written to it since.
/// </summary>
internal sealed class EditStamp
{
    /// <summary>The form field that carries it.</summary>
    public const string Field = "edit.Stamp";

    private readonly Dictionary<string, string> _digests;

    private EditStamp(Dictionary<string, string> digests) => _digests = digests;

    public static EditStamp Of(JsonObject data) => new(ContentFields.Read(data).ToDictionary(field => field.Key, field => Digest(field.Value), StringComparer.Ordinal));

    /// <summary>The stamp that a form brings back; null where it brings none.</summary>
    public static EditStamp? Parse(string? text) => string.IsNullOrEmpty(text) ? null : new(text.Split(';')
        .Select(field => field.Split('=', 2))
        .Where(field => field.Length == 2)
        .DistinctBy(field => field[0])
        .ToDictionary(field => field[0], field => field[1], StringComparer.Ordinal));

    /// <summary>Whether the field says the same in both.</summary>
    public bool Agrees(EditStamp other, string path) => _digests.GetValueOrDefault(path) == other._digests.GetValueOrDefault(path);

    public bool Agrees(EditStamp other) => _digests.Keys.Union(other._digests.Keys).All(path => Agrees(other, path));

    /// <summary>The fields that do not say the same in both.</summary>
    public IEnumerable<string> Differences(EditStamp other) =>
        _digests.Keys.Union(other._digests.Keys).Where(path => !Agrees(other, path)).Order(StringComparer.Ordinal);

    public override string ToString() => string.Join(';', _digests.Select(field => field.Key + "=" + field.Value));

    private static string Digest(JsonNode value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value.ToJsonString())), 0, 8);
}
