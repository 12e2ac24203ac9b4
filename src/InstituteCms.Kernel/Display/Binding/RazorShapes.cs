using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using OrchardCore.DisplayManagement;

namespace InstituteCms.Kernel.Display;

/// <summary>The action in whose place shapes are rendered.</summary>
internal sealed class RenderContext(
    UpdateModelAccessor accessor, IHttpContextAccessor http, IServiceProvider services, ITempDataDictionaryFactory tempData, IOptions<MvcViewOptions> options,
    IModelMetadataProvider metadata)
{
    /// <summary>The action; one that only has the request where MVC runs none.</summary>
    public ActionContext Action => accessor.ActionContext ??= Bare();

    /// <summary>A view's context that writes into <paramref name="writer"/>, with the form's values and errors.</summary>
    public ViewContext ForView(Microsoft.AspNetCore.Mvc.ViewEngines.IView view, object? model, string? prefix, TextWriter writer)
    {
        var data = new ViewDataDictionary<object?>(metadata, accessor.ModelUpdater.ModelState) { Model = model };
        data.TemplateInfo.HtmlFieldPrefix = prefix ?? "";
        return new ViewContext(Action, view, data, tempData.GetTempData(Action.HttpContext), writer, options.Value.HtmlHelperOptions);
    }

    private ActionContext Bare()
    {
        var context = http.HttpContext ?? new DefaultHttpContext { RequestServices = services };
        return new ActionContext(context, context.GetRouteData(), new ActionDescriptor());
    }
}

/// <summary>Renders shapes by compiled views.</summary>
internal sealed class RazorShapes(IRazorViewEngine engine, RenderContext render)
{
    private static readonly ConcurrentDictionary<Type, Type> _models = new();

    public async Task<IHtmlContent> RenderAsync(IShape shape, string path)
    {
        var found = engine.GetView(null, path, isMainPage: false);
        found.EnsureSuccessful(null);
        var view = (RazorView)found.View!;
        using var writer = new StringWriter();
        await view.RenderAsync(render.ForView(view, ModelFor(shape, view.RazorPage.GetType()), shape.Metadata.Prefix, writer));
        return new HtmlString(writer.ToString());
    }

    /// <summary>A view that names its model's type gets the model; any other gets the shape.</summary>
    private static object ModelFor(IShape shape, Type page)
    {
        var wanted = _models.GetOrAdd(page, type =>
        {
            for (var t = type; t is not null; t = t.BaseType)
            {
                if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPage<>))
                {
                    return t.GetGenericArguments()[0];
                }
            }

            return typeof(object);
        });
        return shape is ModelShape wrapped && wanted != typeof(object) && wanted.IsInstanceOfType(wrapped.Model) ? wrapped.Model : shape;
    }
}
