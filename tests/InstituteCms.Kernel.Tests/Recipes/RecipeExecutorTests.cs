using System.Text;
using System.Text.Json.Nodes;
using InstituteCms.Kernel.Recipes;
using InstituteCms.Kernel.Recipes.Steps;
using InstituteCms.Kernel.Settings;
using InstituteCms.Kernel.Tests.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using OrchardCore.Entities;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Localization.Models;
using OrchardCore.Recipes;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;
using Xunit;

namespace InstituteCms.Kernel.Tests.Recipes;

public sealed class RecipeExecutorTests
{
    [Fact]
    public async Task Steps_run_in_order_each_in_a_scope_of_its_own()
    {
        var run = await RunAsync("""
            { // Comments and trailing commas are allowed.
              "name": "Test",
              "variables": { "id": "[js: uuid()]" },
              "steps": [ { "name": "NOTE", "text": "[js: variables('id')]" }, { "name": "note", "text": "[js: variables('id')]", }, ],
            }
            """);

        Assert.Null(run.Error);
        Assert.Equal(2, run.Notes.Count);
        Assert.Single(run.Notes.Distinct());
        Assert.Equal(2, run.Scopes);
    }

    [Theory]
    [InlineData("""{ "name": "nonsense" }""", "Recipe Test, step 2 (nonsense): nothing in the enabled features carries out this step.")]
    [InlineData("""{ "name": "note", "text": "[js: variables('x')]" }""", "Recipe Test, step 2 (note): there is no variable x.")]
    [InlineData("""{ "name": "note" }""", "Recipe Test, step 2 (note): There is no text.")]
    public async Task The_first_failure_ends_the_recipe_and_says_where(string step, string error)
    {
        var run = await RunAsync($$"""
            { "name": "Test", "steps": [ { "name": "note", "text": "one" }, {{step}}, { "name": "note", "text": "three" } ] }
            """);

        Assert.Equal(error, run.Error);
        Assert.Equal(["one"], run.Notes);
    }

    [Fact]
    public async Task A_recipe_that_calls_itself_is_an_error()
    {
        var run = await RunAsync("""{ "name": "Test", "steps": [ { "name": "again" } ] }""");

        Assert.Equal("Recipe Test calls itself: Test > Test.", run.Error);
    }

    [Fact]
    public async Task Known_settings_are_the_sites_and_all_others_are_properties()
    {
        await using var tenant = await DataTenant.StartAsync();
        var sites = new SiteService(tenant.Store);
        var step = new SettingsStep(sites);

        await tenant.UsingAsync((IServiceProvider _) => step.ExecuteAsync(new RecipeExecutionContext
        {
            Name = "Settings",
            Step = JsonNode.Parse("""
                {
                  "name": "settings", "SiteName": "Institute", "PageSize": "20", "UseCdn": true,
                  "HomeRoute": { "Action": "Index", "Controller": "Home", "Area": "My.Module" },
                  "LocalizationSettings": { "DefaultCulture": "ja", "SupportedCultures": [ "ja", "en" ] }
                }
                """)!.AsObject(),
        }));

        var site = await sites.GetSiteSettingsAsync();
        Assert.Equal(("Institute", 20, "My.Module"), (site.SiteName, site.PageSize, site.HomeRoute["area"]));
        Assert.Equal(["LocalizationSettings"], site.Properties.Select(p => p.Key));
        Assert.Equal("ja", EntityExtensions.GetOrCreate<LocalizationSettings>(site).DefaultCulture);
    }

    private static async Task<(string? Error, List<string> Notes, int Scopes)> RunAsync(string json)
    {
        var notes = new List<string>();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(notes)
            .AddRecipeExecutionStep<NoteStep>().AddRecipeExecutionStep<AgainStep>().BuildServiceProvider();
        var recipe = new RecipeDescriptor { Name = "Test", RecipeFileInfo = new TextFile(json) };
        var scopes = 0;
        try
        {
            await new RecipeExecutor(new Configuration(), TimeProvider.System).ExecuteAsync(
                recipe,
                new Dictionary<string, object>(),
                work =>
                {
                    scopes++;
                    return new ShellScope(services).UsingAsync(work);
                },
                TestContext.Current.CancellationToken);
            return (null, notes, scopes);
        }
        catch (RecipeException e)
        {
            return (e.Message, notes, scopes);
        }
    }

    private sealed class NoteStep(List<string> notes) : NamedRecipeStepHandler("note")
    {
        protected override Task HandleAsync(RecipeExecutionContext context)
        {
            if (context.Step["Text"]?.ToString() is { } text)
            {
                notes.Add(text);
            }
            else
            {
                context.Errors.Add("There is no text.");
            }

            return Task.CompletedTask;
        }
    }

    private sealed class AgainStep() : NamedRecipeStepHandler("again")
    {
        protected override Task HandleAsync(RecipeExecutionContext context)
        {
            context.InnerRecipes = [context.RecipeDescriptor];
            return Task.CompletedTask;
        }
    }

    private sealed class Configuration : IShellConfiguration
    {
        private readonly IConfiguration _empty = new ConfigurationBuilder().Build();

        public string? this[string key] { get => _empty[key]; set => _empty[key] = value; }

        public IEnumerable<IConfigurationSection> GetChildren() => _empty.GetChildren();

        public Microsoft.Extensions.Primitives.IChangeToken GetReloadToken() => _empty.GetReloadToken();

        public IConfigurationSection GetSection(string key) => _empty.GetSection(key);
    }

    private sealed class TextFile(string text) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => default;

        public long Length => text.Length;

        public string Name => "test.recipe.json";

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(Encoding.UTF8.GetBytes(text));
    }
}
