using System.Text.Json.Nodes;
using InstituteCms.Kernel.Recipes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace InstituteCms.Kernel.Tests.Recipes;

public sealed class RecipeScriptTests : IDisposable
{
    private readonly RecipeScript _script = new(
        JsonNode.Parse("""{ "id": "[js: uuid()]", "both": "[js: variables('id') + '-' + variables('id')]", "plain": "text" }""")!.AsObject(),
        new Dictionary<string, object> { ["SiteName"] = "Institute", ["AdminUsername"] = "[js: 1 + 1]" },
        new ConfigurationBuilder().AddInMemoryCollection([new("Section:Key", "value")]).Build(),
        new FakeTimeProvider(new DateTimeOffset(2030, 4, 1, 9, 30, 0, TimeSpan.Zero)),
        path => path == "Snippets/a.html" ? "<p>a</p>" : null);

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("[js: parameters('SiteName')]", "Institute")]
    [InlineData("[js: parameters('AdminUsername')]", "[js: 1 + 1]")]
    [InlineData("[js: parameters('Missing')]", "")]
    [InlineData("[js: configuration('Section:Key', 'other')]", "value")]
    [InlineData("[js: configuration('Section:None', 'other')]", "other")]
    [InlineData("[js: configuration('Section:None')]", "")]
    [InlineData("[js: base64('44GT44KT44Gr44Gh44Gv')]", "こんにちは")]
    [InlineData("[js: html('&lt;b&gt;')]", "<b>")]
    [InlineData("[js: variables('plain').toUpperCase()]", "TEXT")]
    [InlineData("[js: 40 + 2]", "42")]
    [InlineData("[file:text('Snippets/a.html')]", "<p>a</p>")]
    [InlineData("[js: new Date(Date.now()+86400000*30).toISOString()]", "2030-05-01T09:30:00.000Z")]
    [InlineData("[js: new Date().toISOString()]", "2030-04-01T09:30:00.000Z")]
    [InlineData("[Note: this is no expression]", "[Note: this is no expression]")]
    [InlineData("see [js: 1]", "see [js: 1]")]
    public void An_expression_is_replaced_by_its_value(string text, string expected) => Assert.Equal(expected, _script.Evaluate(text));

    [Fact]
    public void A_variable_is_evaluated_once()
    {
        var id = _script.Evaluate("[js: variables('id')]");

        Assert.Equal(26, id.Length);
        Assert.Equal($"{id}-{id}", _script.Evaluate("[js: variables('both')]"));
    }

    [Fact]
    public void Expressions_are_found_at_any_depth_and_values_stay_values()
    {
        var json = _script.Evaluate(JsonNode.Parse("""{ "a": [ { "b": "[js: 'x']" }, 1, true, null ] }"""));

        Assert.Equal("""{"a":[{"b":"x"},1,true,null]}""", json!.ToJsonString());
    }

    [Fact]
    public void A_text_that_somebody_wrote_is_never_run_once_it_is_defused()
    {
        var written = JsonNode.Parse("""{ "names": [ "[js: configuration('Section:Key')]", "[file:text('Snippets/a.html')]", "A [b]", "[c" ] }""")!;

        RecipeScript.Defuse(written);

        Assert.Equal(
            ["[js: configuration('Section:Key')] ", "[file:text('Snippets/a.html')] ", "A [b]", "[c"],
            _script.Evaluate(written)!["names"]!.AsArray().Select(name => name!.ToString()));
    }

    [Theory]
    [InlineData("[js: while (true) { }]")]
    [InlineData("[js: 'x'.repeat(1e9)]")]
    [InlineData("[js: variables('none')]")]
    [InlineData("[js: ?]")]
    [InlineData("[js: System.IO.File.ReadAllText('/etc/passwd')]")]
    [InlineData("[file:text('../../appsettings.json')]")]
    public void What_cannot_be_evaluated_is_an_error(string text) => Assert.Throws<RecipeException>(() => _script.Evaluate(text));
}
