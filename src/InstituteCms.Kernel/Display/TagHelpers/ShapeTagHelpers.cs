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
