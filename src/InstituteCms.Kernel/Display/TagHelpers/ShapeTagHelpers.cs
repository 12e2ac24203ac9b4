using InstituteCms.Kernel.Liquid;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;

namespace InstituteCms.Kernel.Display.TagHelpers;

/// <summary>Base of tag helpers that need the view.</summary>
public abstract class ViewTagHelper : TagHelper
{
    /// <summary>The view.</summary>
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private protected T Service<T>()
        where T : notnull => ViewContext.HttpContext.RequestServices.GetRequiredService<T>();

    private protected string Url(string? path) => Urls.Resolve(path, ViewContext.HttpContext);
}

/// <summary>Puts what it holds into a zone of the layout.</summary>
[HtmlTargetElement("zone", Attributes = "name")]
public sealed class ZoneTagHelper : ViewTagHelper
{
    /// <summary>The zone.</summary>
    public string Name { get; set; } = "";

    /// <summary>Place in the zone.</summary>
    public string? Position { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        await Service<LayoutAccessor>().Layout.Zones[Name].AddAsync(new HtmlString(content.GetContent()), Position ?? "");
        output.SuppressOutput();
    }
}

/// <summary>Renders a new shape: <c>prop-foo-bar</c> becomes its value FooBar.</summary>
[HtmlTargetElement("shape", Attributes = "type")]
public sealed class ShapeTagHelper : ViewTagHelper
{
    /// <summary>The shape's type.</summary>
    public string Type { get; set; } = "";

    /// <summary>Values for the template.</summary>
    [HtmlAttributeName("prop-all", DictionaryAttributePrefix = "prop-")]
    public IDictionary<string, object> Values { get; set; } = new Dictionary<string, object>();

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var shape = await Service<IShapeFactory>().CreateAsync(Type);
        foreach (var (name, value) in Values)
        {
            shape.Properties[LiquidViewParser.Pascal(name.Replace('-', '_'))] = value;
        }

        output.TagName = null;
        output.Content.SetHtmlContent(await Service<IDisplayHelper>().ShapeExecuteAsync(shape));
    }
}

/// <summary>Asks for a stylesheet.</summary>
[HtmlTargetElement("style", Attributes = "asp-src")]
public sealed class StyleTagHelper : ViewTagHelper
{
    /// <summary>Its address; <c>~/</c> is the tenant's root.</summary>
    [HtmlAttributeName("asp-src")]
    public string? Src { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Service<PageResources>().Add("Stylesheet", PageResources.Style(Url(Src)));
        output.SuppressOutput();
    }
}

/// <summary>Asks for a script, at the foot unless <c>at="Head"</c>.</summary>
[HtmlTargetElement("script", Attributes = "asp-src")]
public sealed class ScriptTagHelper : ViewTagHelper
{
    /// <summary>Its address; <c>~/</c> is the tenant's root.</summary>
    [HtmlAttributeName("asp-src")]
    public string? Src { get; set; }

    /// <summary>Head, Foot or Inline.</summary>
    public string At { get; set; } = "Foot";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var script = PageResources.Script(Url(Src));
        foreach (var attribute in output.Attributes)
        {
            script.Attributes[attribute.Name] = attribute.Value?.ToString();
        }

        if (At.Equals("Inline", StringComparison.OrdinalIgnoreCase))
        {
            output.TagName = null;
            output.Content.SetHtmlContent(script);
            return;
        }

        Service<PageResources>().Add(At.Equals("Head", StringComparison.OrdinalIgnoreCase) ? "HeadScript" : "FootScript", script);
        output.SuppressOutput();
    }
}

/// <summary>Prints what views asked for.</summary>
[HtmlTargetElement("resources", Attributes = "type")]
public sealed class ResourcesTagHelper : ViewTagHelper
{
    /// <summary>The place.</summary>
    public string Type { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Service<PageResources>().Render(Type));
    }
}

/// <summary>Links to a page of a content item.</summary>
[HtmlTargetElement("a", Attributes = "display-for")]
[HtmlTargetElement("a", Attributes = "edit-for")]
[HtmlTargetElement("a", Attributes = "admin-for")]
[HtmlTargetElement("a", Attributes = "create-for")]
[HtmlTargetElement("a", Attributes = "remove-for")]
public sealed class ContentLinkTagHelper : ViewTagHelper
{
    /// <summary>Its public page.</summary>
    public ContentItem? DisplayFor { get; set; }

    /// <summary>Its editor.</summary>
    public ContentItem? EditFor { get; set; }

    /// <summary>Its page in the admin.</summary>
    public ContentItem? AdminFor { get; set; }

    /// <summary>The page that creates one like it.</summary>
    public ContentItem? CreateFor { get; set; }

    /// <summary>The page that removes it.</summary>
    public ContentItem? RemoveFor { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (item, kind) = this switch
        {
            { EditFor: { } edit } => (edit, "edit_for"),
            { AdminFor: { } admin } => (admin, "admin_for"),
            { CreateFor: { } create } => (create, "create_for"),
            { RemoveFor: { } remove } => (remove, "remove_for"),
            _ => (DisplayFor, "display_for"),
        };
        if (item is null)
        {
            return;
        }

        output.Attributes.SetAttribute("href", await Service<ContentUrls>().ForAsync(item, kind));
        var content = await output.GetChildContentAsync();
        if (content.IsEmptyOrWhiteSpace)
        {
            output.Content.SetContent(string.IsNullOrEmpty(item.DisplayText) ? item.ContentType : item.DisplayText);
        }
    }
}

/// <summary>Marks the wrapper of a field that has errors.</summary>
[HtmlTargetElement("*", Attributes = "asp-validation-class-for")]
public sealed class ValidationClassTagHelper : ViewTagHelper
{
    /// <summary>The field.</summary>
    [HtmlAttributeName("asp-validation-class-for")]
    public ModelExpression? For { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For?.Name);
        if (ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0)
        {
            var classes = output.Attributes["class"]?.Value?.ToString();
            output.Attributes.SetAttribute("class", string.IsNullOrEmpty(classes) ? "has-validation-error" : classes + " has-validation-error");
        }
    }
}
