using InstituteCms.Kernel.Liquid;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Shapes;

namespace InstituteCms.Kernel.Display;

/// <summary>Finds the template of a shape and renders it, its wrappers around it.</summary>
internal sealed class DisplayHelper(ShapeTable table, ThemeAccessor themes, RazorShapes razor, LiquidShapes liquid, IServiceProvider services) : IDisplayHelper
{
    private const int MaxDepth = 50;
    private int _depth;

    public async Task<IHtmlContent> ShapeExecuteAsync(IShape shape)
    {
        if (shape is null || (string.IsNullOrEmpty(shape.Metadata.Type) && shape.Metadata.ChildContent is null))
        {
            return HtmlString.Empty;
        }

        if (++_depth > MaxDepth)
        {
            throw new InvalidOperationException($"The shape '{shape.Metadata.Type}' contains itself.");
        }

        try
        {
            var metadata = shape.Metadata;
            metadata.ChildContent ??= await RenderAsync(shape, ShapeNames.Candidates(metadata.Type, metadata.Alternates).ToList());
            foreach (var wrapper in metadata.Wrappers)
            {
                metadata.ChildContent = await RenderAsync(shape, [wrapper]);
            }

            return metadata.ChildContent;
        }
        finally
        {
            _depth--;
        }
    }

    private async Task<IHtmlContent> RenderAsync(IShape shape, List<string> candidates)
    {
        var (theme, other) = await themes.GetAsync();
        foreach (var name in candidates)
        {
            if (table.Find(name, theme, other) is { } template)
            {
                return template.IsLiquid ? await liquid.RenderAsync(shape, template) : await razor.RenderAsync(shape, template.Path);
            }

            if (services.GetKeyedService<CodeShape>(name.ToLowerInvariant()) is { } code)
            {
                return await code.Render(shape, services);
            }
        }

        throw new InvalidOperationException($"No template for the shape type '{shape.Metadata.Type}' was found. Tried: {string.Join(", ", candidates)}.");
    }
}

/// <summary>A shape that code renders where no template does.</summary>
internal sealed record CodeShape(Func<IShape, IServiceProvider, Task<IHtmlContent>> Render)
{
    /// <summary>A zone: its children one after the other.</summary>
    public static CodeShape Zone { get; } = new(async (shape, services) =>
    {
        var display = services.GetRequiredService<IDisplayHelper>();
        var html = new HtmlContentBuilder();
        foreach (var item in shape.Items.ToList())
        {
            html.AppendHtml(item switch
            {
                IShape child => await display.ShapeExecuteAsync(child),
                IHtmlContent content => content,
                _ => HtmlString.Empty,
            });
        }

        return html;
    });

    /// <summary>The words of the page's title.</summary>
    public static CodeShape PageTitle { get; } = new((_, services) =>
        Task.FromResult(services.GetRequiredService<OrchardCore.DisplayManagement.Title.IPageTitleBuilder>().GenerateTitle(null)));
}
