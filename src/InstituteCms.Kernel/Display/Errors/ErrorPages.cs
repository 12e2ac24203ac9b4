using System.Globalization;
using InstituteCms.Kernel.Liquid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Display;

/// <summary>Gives failed requests of browsers a page in the theme, under the same status; plain words where that fails too.</summary>
internal sealed partial class ErrorPages(RequestDelegate next, ILogger<ErrorPages> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            return; // Whoever asked has gone: there is nobody to answer, and nothing is wrong here.
        }
        catch (Exception e) when (e is not OperationCanceledException && !http.Response.HasStarted)
        {
            LogFailed(logger, http.Request.Method, http.Request.Path, e);
            http.Response.Clear();
            http.Response.StatusCode = e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        }

        var response = http.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null && string.IsNullOrEmpty(response.ContentType) && WantsHtml(http.Request))
        {
            await ShowAsync(http);
        }
    }

    private static bool WantsHtml(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private async Task ShowAsync(HttpContext http)
    {
        var code = http.Response.StatusCode;
        string page;
        if (http.Features.Get<IRequestCultureFeature>()?.RequestCulture is { } culture)
        {
            // Set further in, the culture does not reach out here.
            CultureInfo.CurrentCulture = culture.Culture;
            CultureInfo.CurrentUICulture = culture.UICulture;
        }

        try
        {
            page = await RenderAsync(http.RequestServices, code);
            http.Response.ContentType = "text/html; charset=utf-8";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogPageFailed(logger, code, e);
            page = $"{code} {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(code)}";
            http.Response.ContentType = "text/plain; charset=utf-8";
        }

        http.Response.StatusCode = code;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.WriteAsync(page, http.RequestAborted);
        }
    }

    private static async Task<string> RenderAsync(IServiceProvider services, int code)
    {
        // In services of its own: what the failed page left in the layout and the title does not show.
        await using var scope = services.CreateAsyncScope();
        var layout = scope.ServiceProvider.GetRequiredService<LayoutAccessor>().Layout;
        var error = new Shape();
        error.Metadata.Type = "HttpError";
        error.Metadata.Alternates.Add("HttpError__" + code.ToString(CultureInfo.InvariantCulture));
        error.Properties["Code"] = code;
        var display = scope.ServiceProvider.GetRequiredService<IDisplayHelper>();

        // Before the layout, which prints the title that the page adds to.
        await layout.Zones["Content"].AddAsync(await display.ShapeExecuteAsync(error), "5");
        return LiquidOptionsSetup.ToText(await display.ShapeExecuteAsync(layout));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private static partial void LogFailed(ILogger logger, string method, PathString path, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The error page for {Code} failed; plain text was sent.")]
    private static partial void LogPageFailed(ILogger logger, int code, Exception exception);
}

/// <summary>Error pages, around everything else.</summary>
[Feature("OrchardCore.Diagnostics")]
public sealed class ErrorPagesStartup : StartupBase
{
    /// <inheritdoc />
    public override int Order => -1000;

    /// <inheritdoc />
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => app.UseMiddleware<ErrorPages>();
}
