using System.Text.Json.Nodes;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Api;

/// <summary>The OpenAPI document is complete, and answers are as it says.</summary>
[Collection(SharedSite.Name)]
public sealed class DocumentTests
{
    private readonly TestSite _site;

    public DocumentTests(TestSite site) => _site = site;

    [Fact]
    public async Task Document_is_of_OpenAPI_3_1_and_of_the_department_that_is_asked()
    {
        using var visitor = _site.Visit();

        var document = await ApiDocument.ReadAsync(visitor, Institute.Department);

        Assert.StartsWith("3.1.", (string)document.Root["openapi"]!, StringComparison.Ordinal);
        Assert.Equal("http://localhost/graspp", ((string)document.Root["servers"]![0]!["url"]!).TrimEnd('/'));
    }

    [Fact]
    public async Task Every_operation_parameter_and_field_is_described()
    {
        using var visitor = _site.Visit();
        var document = await ApiDocument.ReadAsync(visitor);

        Assert.NotEmpty(document.Operations);
        var silent = new List<string>();
        foreach (var (path, method, operation) in document.Operations)
        {
            Expect(operation["operationId"], $"{method} {path} has no id", silent);
            Expect(operation["summary"], $"{method} {path} has no summary", silent);
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                Expect(parameter!["description"], $"{method} {path}: parameter {parameter["name"]}", silent);
            }
        }

        foreach (var (name, schema) in document.Root["components"]!["schemas"]!.AsObject())
        {
            if (schema!["properties"] is JsonObject properties)
            {
                foreach (var (property, value) in properties)
                {
                    Expect(value!["description"] ?? value["$ref"] ?? value["oneOf"], $"{name}.{property}", silent);
                }
            }
        }

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Every_kind_of_thing_has_an_example_that_is_what_it_is_an_example_of()
    {
        using var visitor = _site.Visit();
        var document = await ApiDocument.ReadAsync(visitor);

        foreach (var (name, schema) in document.Root["components"]!["schemas"]!.AsObject())
        {
            if (schema!["properties"] is not null)
            {
                Assert.True(schema["examples"] is not null, $"{name} has no example.");
                Assert.Empty(document.Judge(schema.AsObject(), schema["examples"]![0]!));
            }
        }
    }

    [Fact]
    public async Task What_is_not_described_is_found_out()
    {
        using var visitor = _site.Visit();
        var document = await ApiDocument.ReadAsync(visitor);
        var answer = await visitor.AskAsync("/series");

        var more = answer with { Text = answer.Text.Replace("\"items\":", "\"extra\":1,\"items\":", StringComparison.Ordinal) };
        var less = answer with { Text = answer.Text.Replace("\"next\":null", "\"next\":5", StringComparison.Ordinal) };

        Assert.Empty(document.Judge("listSeries", answer));
        Assert.NotEmpty(document.Judge("listSeries", more));
        Assert.NotEmpty(document.Judge("listSeries", less));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Institute.Department)]
    public async Task Answers_are_as_the_document_says(string tenant)
    {
        using var visitor = _site.Visit();
        var document = await ApiDocument.ReadAsync(visitor, tenant);
        var events = await visitor.AskAsync("/events?past=true", tenant);
        var speakers = await visitor.AskAsync("/speakers", tenant);
        var reports = await visitor.AskAsync("/reports", tenant);

        Check("listEvents", events);
        Check("listEvents", await visitor.AskAsync("/events", tenant));
        Check("listEvents", await visitor.AskAsync("/events?limit=0", tenant));
        Check("listSpeakers", speakers);
        Check("listReports", reports);
        Check("listSeries", await visitor.AskAsync("/series", tenant));
        foreach (var id in Ids(events))
        {
            Check("getEvent", await visitor.AskAsync("/events/" + id, tenant));
            Check("getAvailability", await visitor.AskAsync($"/events/{id}/availability", tenant));
        }

        foreach (var id in Ids(speakers))
        {
            Check("getSpeaker", await visitor.AskAsync("/speakers/" + id, tenant));
        }

        foreach (var id in Ids(reports))
        {
            Check("getReport", await visitor.AskAsync("/reports/" + id, tenant));
        }

        Check("getEvent", await visitor.AskAsync("/events/none", tenant));

        void Check(string operation, ApiReply reply) => Assert.Empty(document.Judge(operation, reply));
    }

    private static IEnumerable<string> Ids(ApiReply list)
    {
        var items = list.Json["items"]!.AsArray();
        Assert.NotEmpty(items);
        return items.Select(item => (string)item!["id"]!);
    }

    private static void Expect(JsonNode? value, string otherwise, List<string> silent)
    {
        if (value is null || (value is JsonValue && value.ToString().Length == 0))
        {
            silent.Add(otherwise);
        }
    }
}
