using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>A form that is sent after the sign-in has expired is kept, and offered again after signing in. Runs before the admin's guard.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeepsFormAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    public int Order => -2_000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || context.HttpContext.User.Identity?.IsAuthenticated == true)
        {
            return;
        }

        var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        if (form.ContainsKey(Drafting.Autosave))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status401Unauthorized);
        }
        else if (await context.HttpContext.RequestServices.GetRequiredService<ParkedForms>().KeepAsync(form, context.HttpContext.RequestAborted) is { } id)
        {
            var returnUrl = $"{request.PathBase}{request.Path}?parked={id}";
            context.Result = new LocalRedirectResult("~/Login?returnUrl=" + Uri.EscapeDataString(returnUrl));
        }
    }
}
