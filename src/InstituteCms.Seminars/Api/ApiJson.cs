using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace InstituteCms.Api;

/// <summary>How the API writes and reads JSON, whatever the site does elsewhere.</summary>
public static class ApiJson
{
    /// <summary>The deepest nesting that a request may have.</summary>
    public const int MaxDepth = 16;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), // Japanese as it is; what could end a script stays escaped.
        MaxDepth = MaxDepth,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
