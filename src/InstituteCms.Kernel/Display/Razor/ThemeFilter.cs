using Microsoft.AspNetCore.Mvc.Filters;

namespace InstituteCms.Kernel.Display;

/// <summary>Reads the site's settings before a view asks for its theme.</summary>
internal sealed class ThemeFilter(SiteSnapshot site) : IAsyncActionFilter, IOrderedFilter
{
    public int Order => int.MinValue;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        await site.LoadAsync();
        await next();
    }
}
