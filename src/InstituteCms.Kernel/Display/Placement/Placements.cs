using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InstituteCms.Kernel.Modules;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Handlers;

namespace InstituteCms.Kernel.Display;

/// <summary>One line of a <c>placement.json</c>.</summary>
internal sealed class PlacementRule
{
    public string? Place { get; init; }

    public string? DisplayType { get; init; }

    public string? Differentiator { get; init; }

    [JsonConverter(typeof(OneOrManyConverter))]
    public string[] ContentType { get; init; } = [];

    public string? Path { get; init; }

    public string? Shape { get; init; }

    [JsonConverter(typeof(OneOrManyConverter))]
    public string[] Alternates { get; init; } = [];

    [JsonConverter(typeof(OneOrManyConverter))]
    public string[] Wrappers { get; init; } = [];

    public bool Applies(string? differentiator, string? displayType, string? contentType, string path) =>
        (string.IsNullOrEmpty(Differentiator) || Same(Differentiator, differentiator))
        && (string.IsNullOrEmpty(DisplayType) || Same(DisplayType, displayType))
        && (ContentType.Length == 0 || ContentType.Any(t => t.EndsWith('*')
            ? contentType?.StartsWith(t.TrimEnd('*'), StringComparison.OrdinalIgnoreCase) == true
            : Same(t, contentType)))
        && (string.IsNullOrEmpty(Path) || Same(Path.TrimStart('~').TrimEnd('/'), path.TrimEnd('/')));

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private sealed class OneOrManyConverter : JsonConverter<string[]>
    {
        public override string[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonNode.Parse(ref reader) switch
        {
            JsonArray array => [.. array.Select(n => n!.GetValue<string>())],
            JsonValue value => [value.GetValue<string>()],
            _ => [],
        };

        public override void Write(Utf8JsonWriter writer, string[] value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);
    }
}

/// <summary>A parsed <c>placement.json</c>.</summary>
internal sealed class PlacementFile(Dictionary<string, PlacementRule[]> rules)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly Dictionary<string, PlacementRule[]> _rules = new(rules, StringComparer.OrdinalIgnoreCase);

    public static PlacementFile Parse(Stream json) => new(JsonSerializer.Deserialize<Dictionary<string, PlacementRule[]>>(json, _options) ?? []);

    /// <summary>The last rule that applies decides; alternates and wrappers of all that apply are added.</summary>
    public PlacementInfo? Find(string shapeType, string? differentiator, string? displayType, string? contentType, string path)
    {
        var applying = (_rules.GetValueOrDefault(shapeType) ?? []).Where(r => r.Applies(differentiator, displayType, contentType, path)).ToList();
        return applying.Count == 0 ? null : new PlacementInfo
        {
            Location = applying.LastOrDefault(r => r.Place is not null)?.Place,
            ShapeType = applying.LastOrDefault(r => r.Shape is not null)?.Shape,
            Alternates = [.. applying.SelectMany(r => r.Alternates)],
            Wrappers = [.. applying.SelectMany(r => r.Wrappers)],
        };
    }
}

/// <summary>The <c>placement.json</c> files of a tenant, read once.</summary>
internal sealed class PlacementTable(ShapeTable table)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string?, string?), PlacementFile[]> _files = new();

    /// <summary>The files of a theme, the most important first.</summary>
    public PlacementFile[] Under((string? Current, string? Other) theme) => _files.GetOrAdd(theme, key =>
        [.. table.Order(key.Item1, key.Item2).Reverse().Select(Read).OfType<PlacementFile>()]);

    private static PlacementFile? Read(ModuleInfo module)
    {
        using var stream = module.OpenFile("placement.json");
        return stream is null ? null : PlacementFile.Parse(stream);
    }
}

/// <summary>Where shapes go in this request.</summary>
internal sealed class Placements(PlacementTable table, ThemeAccessor themes, IHttpContextAccessor http)
{
    public async Task<FindPlacementDelegate> FinderAsync(string? contentType)
    {
        var files = table.Under(await themes.GetAsync());
        var path = http.HttpContext?.Request.Path.Value ?? "";
        return (shapeType, differentiator, displayType, _) => Find(files, shapeType, differentiator, displayType, contentType, path);
    }

    public static PlacementInfo? Find(
        IEnumerable<PlacementFile> files, string shapeType, string? differentiator, string? displayType, string? contentType, string path) =>
        files.Select(f => f.Find(shapeType, differentiator, displayType, contentType, path)).FirstOrDefault(p => p is not null);
}
