using System.Text.Encodings.Web;
using Fluid;
using InstituteCms.Kernel.Display;
using InstituteCms.Kernel.Liquid;
using InstituteCms.Kernel.Modules;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.Liquid;

namespace InstituteCms.Kernel.Tests.Display;

public sealed class RenderingTests
{
    private static readonly ServiceProvider _services = Build();

    [Theory]
    [InlineData("{{ Model.Text }}", "&lt;b&gt;")]
    [InlineData("{{ Model.Text | raw }}", "<b>")]
    [InlineData("{{ Model.Secret.Value }}", "")]
    public async Task Output_is_encoded_and_unregistered_types_show_nothing(string template, string expected)
    {
        await using var scope = _services.CreateAsyncScope();
        var liquid = scope.ServiceProvider.GetRequiredService<ILiquidTemplateManager>();

        var html = await liquid.RenderStringAsync(template, HtmlEncoder.Default, new ModelShape(new Model()), []);

        Assert.Equal(expected, html);
    }

    [Fact]
    public async Task A_zone_renders_its_shapes_in_order_and_encodes_text()
    {
        await using var scope = _services.CreateAsyncScope();
        var layout = scope.ServiceProvider.GetRequiredService<LayoutAccessor>().Layout;
        await layout.Zones["Content"].AddAsync(new HtmlString("<p>2</p>"), "2");
        await layout.Zones["Content"].AddAsync("1 < 2", "1");

        var html = await RenderAsync(scope.ServiceProvider, layout);

        Assert.Contains("<main>1 &lt; 2<p>2</p></main>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alternate_wins_over_the_type()
    {
        await using var scope = _services.CreateAsyncScope();
        var error = new Shape();
        error.Metadata.Type = "HttpError";
        error.Metadata.Alternates.Add("HttpError__404");

        var html = await RenderAsync(scope.ServiceProvider, error);

        Assert.Contains("<h1>Page not found</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_title_puts_the_page_before_the_site()
    {
        await using var scope = _services.CreateAsyncScope();
        var liquid = scope.ServiceProvider.GetRequiredService<ILiquidTemplateManager>();

        var html = await liquid.RenderStringAsync(
            "{% page_title_add_segment 'A & B' | t %}{% page_title 'Institute', position: 'after', separator: ' | ' %}", HtmlEncoder.Default);

        Assert.Equal("A &amp; B | Institute", html);
    }

    [Fact]
    public async Task A_shape_can_be_rendered_again_as_another_type()
    {
        await using var scope = _services.CreateAsyncScope();
        var liquid = scope.ServiceProvider.GetRequiredService<ILiquidTemplateManager>();
        var item = new Shape();
        item.Metadata.Type = "MenuItem";
        item.Properties["Text"] = "Events";
        item.Properties["Href"] = "/events";
        item.Properties["Active"] = true;

        var html = await liquid.RenderStringAsync(
            "{% shape_clear_alternates Model %}{% shape_type Model \"MenuItemLink\" %}{{ Model | shape_render }}", HtmlEncoder.Default, item, []);

        Assert.Equal("<a href=\"/events\" aria-current=\"page\">Events</a>", html.Trim());
    }

    [Fact]
    public async Task A_missing_template_names_what_was_tried()
    {
        await using var scope = _services.CreateAsyncScope();
        var shape = new Shape();
        shape.Metadata.Type = "Nothing";
        shape.Metadata.Alternates.Add("Nothing__Special");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RenderAsync(scope.ServiceProvider, shape));

        Assert.Contains("Nothing__Special, Nothing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_of_the_kernel_parses()
    {
        var parser = new LiquidViewParser();
        var module = new ModuleInfo(typeof(DisplayStartup).Assembly);
        var files = module.Files.Where(f => f.EndsWith(".liquid", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var reader = new StreamReader(module.OpenFile(file)!);
            Assert.True(parser.TryParse(reader.ReadToEnd(), out _, out var error), $"{file}: {error}");
        });
    }

    private static async Task<string> RenderAsync(IServiceProvider services, IShape shape) =>
        LiquidOptionsSetup.ToText(await services.GetRequiredService<IDisplayHelper>().ShapeExecuteAsync(shape));

    private static ServiceProvider Build()
    {
        var module = new ModuleInfo(typeof(DisplayStartup).Assembly);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<Microsoft.Extensions.Localization.IStringLocalizerFactory, PlainLocalizers>();
        services.AddSingleton<IWebHostEnvironment>(new Host());
        services.AddSingleton<IHttpContextAccessor, HttpContextAccessor>();
        services.AddSingleton(new System.Diagnostics.DiagnosticListener("tests"));
        services.AddSingleton<System.Diagnostics.DiagnosticSource>(s => s.GetRequiredService<System.Diagnostics.DiagnosticListener>());
        services.AddControllersWithViews();
        services.AddSingleton(new ModuleCatalog(typeof(RenderingTests).Assembly));
        services.AddSingleton(new TenantFeatures(module.Features));
        new LiquidStartup().ConfigureServices(services);
        new DisplayStartup().ConfigureServices(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    public class Model
    {
        public string Text { get; } = "<b>";

        public Hidden Secret { get; } = new();
    }

    public class Hidden
    {
        public string Value { get; } = "secret";
    }

    private sealed class Host : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = "";

        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();

        public string ApplicationName { get; set; } = typeof(RenderingTests).Assembly.GetName().Name!;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = "";

        public string EnvironmentName { get; set; } = "Production";
    }
}
