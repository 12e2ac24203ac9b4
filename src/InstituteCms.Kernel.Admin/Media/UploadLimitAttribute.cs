using InstituteCms.Kernel.Media;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Media;

namespace InstituteCms.Kernel.Admin.Media;

/// <summary>
/// Takes as much as the site's limits allow, and answers what is larger in words. A browser shows an answer only once it has sent
/// everything: what is too large is read to its end, and thrown away as it comes.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int FilesAtOnce = 4;
    private const int FormBytes = 1024 * 1024;
    private const long MostPatience = 2L * 1024 * 1024 * 1024;

    public int Order => -1_000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (!await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, MediaPermissions.ManageMedia))
        {
            return;
        }

        var limits = await services.GetRequiredService<MediaLibrary>().LimitsAsync();
        var most = (MediaLimits.Bytes(limits.MaxFileMegabytes) * FilesAtOnce) + FormBytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = http.Request.ContentLength > most ? Math.Min(http.Request.ContentLength.Value, MostPatience) : most;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most }));
        if (http.Request.ContentLength > most)
        {
            await ThrowAwayAsync(http.Request);
            context.Result = Answer(context, limits);
        }
    }

    /// <summary>Whether the request is the script's, which shows the answer itself.</summary>
    public static bool IsScript(HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private static IActionResult Answer(AuthorizationFilterContext context, MediaLimits limits)
    {
        var http = context.HttpContext;
        var S = http.RequestServices.GetRequiredService<IStringLocalizer<MediaController>>();
        string sentence = S["That is too large: one file may have {0} MB. Nothing of it was stored.", limits.MaxFileMegabytes];
        if (IsScript(http.Request))
        {
            return new JsonResult(new { error = sentence }) { StatusCode = StatusCodes.Status413PayloadTooLarge };
        }

        AdminAttribute.Apply(http);
        return new ViewResult
        {
            ViewName = "TooLarge",
            StatusCode = StatusCodes.Status413PayloadTooLarge,
            ViewData = new ViewDataDictionary<string>(http.RequestServices.GetRequiredService<IModelMetadataProvider>(), context.ModelState) { Model = sentence },
        };
    }

    private static async Task ThrowAwayAsync(HttpRequest request)
    {
        var buffer = new byte[81_920];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) > 0)
        {
        }
    }
}
