using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using InstituteCms.Kernel.Display;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OrchardCore.DisplayManagement;
using OrchardCore.Liquid;

namespace InstituteCms.Kernel.Liquid;

/// <summary>Parsed templates of a tenant; files by module and path, others by their text.</summary>
internal sealed class LiquidTemplates(LiquidViewParser parser)
{
    private const int MostTexts = 500;
    private readonly ConcurrentDictionary<(string Module, string Path), IFluidTemplate> _files = new();
    private readonly ConcurrentDictionary<string, IFluidTemplate> _texts = new();

    public IFluidTemplate File(ShapeTemplate file) => _files.GetOrAdd((file.Module.Id, file.Path), _ =>
    {
        using var stream = file.Module.OpenFile(file.Path) ?? throw new InvalidOperationException($"{file.Path} is not in {file.Module.Id}.");
        using var reader = new StreamReader(stream);
        return parser.TryParse(reader.ReadToEnd(), out var template, out var error)
            ? template
            : throw new InvalidOperationException($"{file.Module.Id}/{file.Path} cannot be read: {error}");
    });

    public IFluidTemplate Text(string text)
    {
        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }

        if (!parser.TryParse(text, out var template, out var error))
        {
            throw new InvalidOperationException("The Liquid template cannot be read: " + error);
        }

        if (_texts.Count >= MostTexts)
        {
            _texts.Clear();
        }

        return _texts[text] = template;
    }

    public bool Validate(string text, out string? error) => parser.TryParse(text, out _, out error);
}

/// <summary>Makes the context that templates render with: the request's culture, the site's zone, the globals.</summary>
internal sealed class LiquidContexts(IServiceProvider services, IOptions<TemplateOptions> options, SiteSnapshot site, IHttpContextAccessor http)
{
    public async Task<LiquidTemplateContext> CreateAsync(object? model, string? path)
    {
        await site.LoadAsync();
        var context = new LiquidTemplateContext(services, options.Value)
        {
            CultureInfo = CultureInfo.CurrentUICulture,
            ViewPath = path,
        };
        if (site.Site?.TimeZoneId is { Length: > 0 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
        {
            context.TimeZone = found;
        }

        context.SetValue("Model", FluidValue.Create(model, options.Value));
        context.SetValue("Site", new ObjectValue(new SiteValue(site.Site?.SiteName ?? "", site.Site?.BaseUrl ?? "", site.Site?.TimeZoneId ?? "", site.Site?.Properties ?? [])));
        context.SetValue("Culture", new ObjectValue(new CultureValue(
            CultureInfo.CurrentUICulture.Name, CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "rtl" : "ltr")));
        if (http.HttpContext is { } request)
        {
            context.SetValue("Request", new ObjectValue(new RequestValue(
                request.Request.PathBase.Value ?? "", request.Request.Path.Value ?? "", request.Request.QueryString.Value ?? "",
                request.Request.Host.Value ?? "", request.Request.Scheme)));
            context.SetValue("User", new ObjectValue(request.User));
        }

        return context;
    }
}

/// <summary>What templates see as <c>Site</c>.</summary>
internal sealed record SiteValue(string SiteName, string BaseUrl, string TimeZoneId, JsonObject Properties);

/// <summary>What templates see as <c>Culture</c>.</summary>
internal sealed record CultureValue(string Name, string Dir);

/// <summary>What templates see as <c>Request</c>.</summary>
internal sealed record RequestValue(string PathBase, string Path, string QueryString, string Host, string Scheme);

/// <summary>Encodes what has a meaning in HTML and leaves every script readable.</summary>
internal static class PageEncoder
{
    public static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
}

/// <summary>Renders shapes by Liquid files; output is encoded.</summary>
internal sealed class LiquidShapes(LiquidTemplates templates, LiquidContexts contexts)
{
    public async Task<IHtmlContent> RenderAsync(IShape shape, ShapeTemplate template)
    {
        var context = await contexts.CreateAsync(shape, $"/Areas/{template.Module.Id}/{template.Path}");
        using var writer = new StringWriter();
        await templates.File(template).RenderAsync(writer, PageEncoder.Html, context);
        return new HtmlString(writer.ToString());
    }
}

internal sealed class LiquidTemplateManager(LiquidTemplates templates, LiquidContexts contexts) : ILiquidTemplateManager
{
    public async Task<string> RenderStringAsync(
        string template, TextEncoder encoder, object? model, IEnumerable<KeyValuePair<string, FluidValue>>? properties)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            return "";
        }

        var context = await contexts.CreateAsync(model, null);
        if (model is OrchardCore.ContentManagement.ContentItem item)
        {
            context.SetValue("ContentItem", FluidValue.Create(item, context.Options));
        }

        foreach (var (name, value) in properties ?? [])
        {
            context.SetValue(name, value);
        }

        using var writer = new StringWriter();
        await templates.Text(template).RenderAsync(writer, encoder, context);
        return writer.ToString();
    }

    public bool Validate(string template, out IEnumerable<string> errors)
    {
        var isValid = templates.Validate(template, out var error);
        errors = isValid ? [] : [error ?? ""];
        return isValid;
    }

    public async Task<IHtmlContent> RenderHtmlContentAsync(
        string template, TextEncoder encoder, object? model, IEnumerable<KeyValuePair<string, FluidValue>>? properties) =>
        new HtmlString(await RenderStringAsync(template, encoder, model, properties));
}
