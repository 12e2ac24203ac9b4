using System.Text;
using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Api;

/// <summary>Whatever is sent, made from the OpenAPI document by chance and always the same: the site answers, and says what is wrong.</summary>
public sealed class FuzzTests
{
    private const int Requests = 1_200;
    private const int Seed = 20_261_127;

    private static readonly string[] _oddities =
    [
        "", " ", "0", "-1", "2147483648", "1e308", "true", "null", "%00", "%", "%ff", "..", "a%2Fb", "'; DROP TABLE Document; --", "<script>", "{}", "[]", "\u202e", "日本語",
        "ﾊﾝｶｸ", "😀", "\ud83d", "own", "me", "2026-02-30", "9999-12-31T23:59:59Z", "AAAAAAAAAAAAAAAAAAAAAA", "MTIz", "x".PadLeft(300, 'x'), "\"", "\\", "\t", "_", "%25", "*", "?",
    ];

    private readonly Random _random = new(Seed);

    [Fact]
    public async Task No_request_made_by_chance_breaks_the_api()
    {
        await using var site = new TestSite { Settings = { ["OrchardCore:InstituteCms_Api:RequestsPerAddressAndMinute"] = "0" } };
        using var stranger = site.Visit();
        using var editor = site.Visit(Institute.Department);
        await editor.SignInAsync();
        var document = await ApiDocument.ReadAsync(stranger, Institute.Department);
        var known = (await stranger.AskAsync("/events", Institute.Department)).Json["items"]!.AsArray().Select(e => (string)e!["id"]!).ToArray();
        var operations = document.Operations.ToList();
        var statuses = new SortedDictionary<int, int>();
        var broken = new List<string>();
        for (var i = 0; i < Requests; i++)
        {
            var (path, method, operation) = operations[i % operations.Count];
            using var request = Make(document, path, method, operation, known);
            var program = _random.Next(4) == 0 ? editor : stranger;
            var reply = await ApiReply.ReadAsync(await program.Http.SendAsync(request, TestContext.Current.CancellationToken));
            statuses[(int)reply.Status] = statuses.GetValueOrDefault((int)reply.Status) + 1;
            if ((int)reply.Status >= 500 || ((int)reply.Status >= 400 && reply.ContentType != "application/problem+json"))
            {
                broken.Add($"{(int)reply.Status} {reply.ContentType}: {method} {request.RequestUri}\n{(request.Content is null ? "" : await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))}");
            }
        }

        Assert.Empty(broken);
        Assert.True(statuses.GetValueOrDefault(200) > Requests / 20, $"Hardly anything was understood: {string.Join(", ", statuses)}"); // Noise alone would prove little.
        Assert.True(statuses.GetValueOrDefault(422) > 0, string.Join(", ", statuses));
    }

    private HttpRequestMessage Make(ApiDocument document, string path, string method, JsonObject operation, string[] known)
    {
        var query = new List<string>();
        var request = new HttpRequestMessage { Method = new(method.ToUpperInvariant()) };
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var name = (string)parameter!["name"]!;
            switch ((string)parameter["in"]!)
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Escaped(_random.Next(3) > 0 || Odd() is not { } odd || odd == "%00" ? known[_random.Next(known.Length)] : odd), StringComparison.Ordinal);
                    break;
                case "query" when _random.Next(3) == 0:
                    query.Add($"{name}={Escaped(Fitting(parameter["schema"]!))}");
                    break;
                case "header" when _random.Next(2) == 0:
                    request.Headers.TryAddWithoutValidation(name, Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(Odd())).Replace('\t', ' '));
                    break;
            }
        }

        if (_random.Next(25) == 0)
        {
            query.Add($"{Escaped(Odd())}={Escaped(Odd())}");
        }

        request.RequestUri = new($"/{Institute.Department}{path}{(query.Count > 0 ? "?" + string.Join('&', query) : "")}", UriKind.Relative);
        if (operation["requestBody"] is not null)
        {
            request.Content = Body(document, operation);
        }

        return request;
    }

    private StringContent Body(ApiDocument document, JsonObject operation)
    {
        var schema = (string)operation["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!;
        var example = document.Root["components"]!["schemas"]![schema.Split('/')[^1]]!["examples"]![0]!.DeepClone().AsObject();
        var whole = example.ToJsonString();
        var text = _random.Next(10) switch
        {
            0 => Odd(),
            1 => whole[.._random.Next(1, whole.Length)],
            _ => Changed(example).ToJsonString(),
        };
        return new(text, Encoding.UTF8, _random.Next(20) == 0 ? "text/plain" : "application/json");
    }

    private JsonObject Changed(JsonObject example)
    {
        foreach (var name in example.Select(member => member.Key).ToList())
        {
            if (_random.Next(3) == 0)
            {
                example[name] = _random.Next(20) switch
                {
                    0 => null,
                    1 => JsonValue.Create(_random.Next(-5, 5)),
                    2 => new JsonArray(JsonValue.Create(Whole()), new JsonObject()),
                    3 => new JsonObject { [Whole()] = new JsonArray(JsonValue.Create(Whole())) },
                    4 => JsonValue.Create(_random.NextDouble() * 1e300),
                    _ => JsonValue.Create(Whole()),
                };
            }
        }

        return example;
    }

    private string Fitting(JsonNode schema) => _random.Next(2) == 0
        ? Odd()
        : schema["type"]?.ToJsonString() switch
        {
            { } type when type.Contains("boolean", StringComparison.Ordinal) => "true",
            { } type when type.Contains("integer", StringComparison.Ordinal) => _random.Next(1, 100).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => "en",
        };

    private string Odd() => _oddities[_random.Next(_oddities.Length)];

    // Half a character cannot be written in UTF-8.
    private string Whole() => Odd() is var odd && odd.Any(char.IsSurrogate) ? "😀" : odd;

    // Some go out as they are, where an address can hold them at all; a path with a null character is refused by servers before the site sees it.
    private static string Escaped(string value) => value.StartsWith('%') && value.Length == 3 ? value : Uri.EscapeDataString(value.Any(char.IsSurrogate) ? "😀" : value);
}
