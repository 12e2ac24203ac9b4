using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;

namespace InstituteCms.Kernel.Display;

/// <summary>Finds a controller's views in its module, and the theme's views before them.</summary>
internal sealed class ViewLocations : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var services = context.ActionContext.HttpContext.RequestServices;
        var theme = services.GetRequiredService<ThemeAccessor>().Get().Current;
        context.Values["theme"] = services.GetRequiredService<ShapeTable>().ThemeModule(theme)?.Id;
        context.Values["module"] = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Assembly.GetName().Name;
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        context.Values.TryGetValue("theme", out var theme);
        context.Values.TryGetValue("module", out var module);
        if (string.IsNullOrEmpty(module))
        {
            return viewLocations;
        }

        var own = new List<string> { $"/Areas/{module}/Views/{{1}}/{{0}}.cshtml", $"/Areas/{module}/Views/Shared/{{0}}.cshtml" };
        if (!string.IsNullOrEmpty(theme))
        {
            own.Insert(0, $"/Areas/{theme}/Views/{module}/{{1}}/{{0}}.cshtml");
        }

        return own.Concat(viewLocations);
    }
}
