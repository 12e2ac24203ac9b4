using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InstituteCms.Kernel.Content;
using Jint;
using Jint.Runtime;
using Microsoft.Extensions.Configuration;
using OrchardCore;

namespace InstituteCms.Kernel.Recipes;

/// <summary>
/// Evaluates the expressions of one run of a recipe: strings that are <c>[js: ...]</c> or <c>[file:text('...')]</c> as a whole.
/// What comes out is text and is not looked at again, so that nobody can smuggle an expression in with a parameter.
/// </summary>
internal sealed partial class RecipeScript : IDisposable
{
    private readonly JsonObject? _variables;
    private readonly Dictionary<string, string> _evaluated = new(StringComparer.OrdinalIgnoreCase);
    private readonly IDictionary<string, object> _parameters;
    private readonly IConfiguration _configuration;
    private readonly Func<string, string?> _readFile;
    private readonly Engine _engine;

    /// <param name="readFile">The text of a file beside the recipe; null where there is none.</param>
    public RecipeScript(
        JsonObject? variables, IDictionary<string, object> parameters, IConfiguration configuration, TimeProvider time, Func<string, string?> readFile)
    {
        (_variables, _parameters, _configuration, _readFile) = (variables, parameters, configuration, readFile);
        _engine = new Engine(options =>
        {
            options.LimitMemory(32_000_000).LimitRecursion(64).MaxStatements(10_000).TimeoutInterval(TimeSpan.FromSeconds(30));
            options.TimeSystem = new ScriptTime(time);
        });
        _engine.SetValue("variables", Variable);
        _engine.SetValue("parameters", (string name) => Text(_parameters.TryGetValue(name, out var value) ? value : null));
        _engine.SetValue("configuration", (string key, object? fallback) => _configuration[key] ?? Text(fallback));
        _engine.SetValue("uuid", IdGenerator.GenerateId);
        _engine.SetValue("base64", (string encoded) => Encoding.UTF8.GetString(Convert.FromBase64String(encoded)));
        _engine.SetValue("html", (string encoded) => WebUtility.HtmlDecode(encoded));
    }

    /// <summary>A copy in which every expression is replaced by its value.</summary>
    public JsonNode? Evaluate(JsonNode? node) => node switch
    {
        JsonObject source => new JsonObject(source.Select(p => KeyValuePair.Create(p.Key, Evaluate(p.Value))), ContentJson.NodeOptions),
        JsonArray source => new JsonArray([.. source.Select(Evaluate)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Evaluate(text)),
        _ => node?.DeepClone(),
    };

    public string Evaluate(string text) => Expression().Match(text) switch
    {
        { Success: false } => text,
        var m when m.Groups["prefix"].Value == "js" => Run(m.Groups["body"].Value),
        var m => ReadFile(m.Groups["body"].Value.Trim()),
    };

    /// <summary>
    /// Adds a space to every text that would be run as an expression where the recipe is executed: what editors and registrants
    /// wrote is text and nothing else.
    /// </summary>
    public static void Defuse(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject source:
                source.Select(p => p.Value).ToList().ForEach(Defuse);
                break;
            case JsonArray source:
                source.ToList().ForEach(Defuse);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith('[') && text.EndsWith(']'):
                value.ReplaceWith(text + " ");
                break;
        }
    }

    public void Dispose() => _engine.Dispose();

    private string Run(string script)
    {
        try
        {
            var value = _engine.Evaluate(script);
            return value.IsNull() || value.IsUndefined() ? string.Empty : TypeConverter.ToString(value);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or RecipeException))
        {
            throw new RecipeException($"the expression [js:{script}] fails: {e.Message}", e);
        }
    }

    private string ReadFile(string call) =>
        FileCall().Match(call) is { Success: true } m && _readFile(m.Groups["path"].Value) is { } text
            ? text
            : throw new RecipeException($"the expression [file:{call}] names no file of the recipe.");

    private string Variable(string name)
    {
        if (!_evaluated.TryGetValue(name, out var value))
        {
            var written = _variables?[name] ?? throw new RecipeException($"there is no variable {name}.");
            _evaluated[name] = value = Evaluate(written.ToString());
        }

        return value;
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    [GeneratedRegex(@"^\[(?<prefix>js|file):(?<body>.*)\]$", RegexOptions.Singleline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"^text\((['""])(?<path>.+)\1\)$")]
    private static partial Regex FileCall();

    /// <summary>Has scripts see the host's clock, in UTC.</summary>
    private sealed class ScriptTime : ITimeSystem
    {
        private readonly TimeProvider _time;
        private readonly DefaultTimeSystem _dates = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

        public ScriptTime(TimeProvider time) => _time = time;

        public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

        public DateTimeOffset GetUtcNow() => _time.GetUtcNow();

        public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;

        public bool TryParse(string date, out long epochMilliseconds) => _dates.TryParse(date, out epochMilliseconds);
    }
}
