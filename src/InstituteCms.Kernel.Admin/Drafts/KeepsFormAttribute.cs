using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace InstituteCms.Kernel.Admin.Drafts;

/// <summary>
/// A form that is sent after its sign-in or its antiforgery token has expired is kept, and offered again: nothing is done with it before. Runs before
/// the admin's guard and before the check of the token.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeepsFormAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    public int Order => -2_000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return;
        }

        var isSignedIn = context.HttpContext.User.Identity?.IsAuthenticated == true;
        if (isSignedIn && await Service<IAntiforgery>(context).IsRequestValidAsync(context.HttpContext))
        {
            return;
        }

        var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        if (form.ContainsKey(Drafting.Autosave))
        {
            context.Result = new StatusCodeResult(isSignedIn ? StatusCodes.Status400BadRequest : StatusCodes.Status401Unauthorized);
        }
        else if (await Service<ParkedForms>(context).KeepAsync(form, context.HttpContext.RequestAborted) is { } id)
        {
            var address = $"{request.PathBase}{request.Path}?parked={id}";
            context.Result = new LocalRedirectResult(isSignedIn ? address : "~/Login?returnUrl=" + Uri.EscapeDataString(address));
        }
    }

    private static T Service<T>(AuthorizationFilterContext context)
        where T : notnull
    {
        return context.HttpContext.RequestServices.GetRequiredService<T>();
    }
}
