#nullable disable
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Liquid;

/// <summary>Renders Liquid that does not come from a file.</summary>
public interface ILiquidTemplateManager
{
    /// <summary>Whether the template can be read, and where not.</summary>
    bool Validate(string template, out IEnumerable<string> errors);

    /// <summary>Renders to text.</summary>
    Task<string> RenderStringAsync(string template, TextEncoder encoder, object model, IEnumerable<KeyValuePair<string, FluidValue>> properties);

    /// <summary>Renders to HTML.</summary>
    Task<IHtmlContent> RenderHtmlContentAsync(string template, TextEncoder encoder, object model, IEnumerable<KeyValuePair<string, FluidValue>> properties);
}

/// <summary>What a template renders with.</summary>
public class LiquidTemplateContext : TemplateContext
{
    /// <summary>A context with <paramref name="services"/>.</summary>
    public LiquidTemplateContext(IServiceProvider services, TemplateOptions options)
        : base(options) => Services = services;

    /// <summary>Services of the request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The view being rendered; null outside of one.</summary>
    public ViewContext ViewContext { get; set; }

    /// <summary>Path of the template, which is its localisation context.</summary>
    internal string ViewPath { get; set; }
}

/// <summary>Shorter ways to render.</summary>
public static class LiquidTemplateManagerExtensions
{
    /// <summary>Renders without a model.</summary>
    public static Task<string> RenderStringAsync(this ILiquidTemplateManager manager, string template, TextEncoder encoder) =>
        manager.RenderStringAsync(template, encoder, null, []);
}
