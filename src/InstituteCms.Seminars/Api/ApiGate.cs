using System.Globalization;
using InstituteCms.Abuse;
using InstituteCms.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InstituteCms.Api;

/// <summary>
/// Stands before the seminars API of a site: says which pages elsewhere may use it (CORS), counts requests, and gives every failure a body.
/// </summary>
public sealed partial class ApiGate
{
    private static readonly PathString _root = new("/" + SeminarsApiController.Root);
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly RequestDelegate _next;
    private readonly RequestLimits _limits;
    private readonly ILogger _logger;

    public ApiGate(RequestDelegate next, RequestLimits limits, ILogger<ApiGate> logger) => (_next, _limits, _logger) = (next, limits, logger);

    public Task InvokeAsync(HttpContext http) =>
        http.Request.Path.StartsWithSegments(_root) || http.Request.Path == ApiStartup.DocumentPath ? GuardAsync(http) : _next(http);

    private async Task GuardAsync(HttpContext http)
    {
        var settings = await http.RequestServices.GetRequiredService<SettingsReader<ApiSettings>>().ReadAsync();
        if (ApiCors.Answer(http, settings))
        {
            return;
        }

        if (!Count(http, settings))
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        else if (HoldsNothingness(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else
        {
            await RunAsync(http);
        }

        if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null })
        {
            await SayAsync(http);
        }
    }

    // A character that no database takes.
    private static bool HoldsNothingness(HttpRequest request) =>
        request.Path.Value!.Contains('\0', StringComparison.Ordinal) || request.QueryString.Value!.Contains("%00", StringComparison.Ordinal);

    private async Task RunAsync(HttpContext http)
    {
        try
        {
            await _next(http);
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = e.StatusCode;
        }
        catch (Exception e) when (e is not OperationCanceledException && !http.Response.HasStarted)
        {
            LogFailed(http.Request.Method, http.Request.Path, e);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private bool Count(HttpContext http, ApiSettings settings)
    {
        var use = _limits.Use(new("API by address", NetworkKey.Of(http.Connection.RemoteIpAddress), new(settings.RequestsPerAddressAndMinute, _minute)));
        if (settings.RequestsPerAddressAndMinute > 0)
        {
            var headers = http.Response.Headers;
            headers["RateLimit-Limit"] = Number(settings.RequestsPerAddressAndMinute);
            headers["RateLimit-Remaining"] = Number(use.Remaining);
            headers["RateLimit-Reset"] = Number((int)Math.Ceiling(use.Reset.TotalSeconds));
        }

        if (use.IsLetIn)
        {
            return true;
        }

        http.Response.Headers.RetryAfter = Number(Math.Max(1, (int)Math.Ceiling(use.Wait.TotalSeconds)));
        return false;
    }

    private static async Task SayAsync(HttpContext http)
    {
        if (http.Features.Get<IRequestCultureFeature>()?.RequestCulture is { } culture)
        {
            // Set further in, the culture does not reach out here.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture.Culture, culture.UICulture);
        }

        await ProblemAnswer.WriteAsync(http, http.RequestServices.GetRequiredService<ApiProblems>().OfStatus(http.Response.StatusCode));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private partial void LogFailed(string method, PathString path, Exception exception);
}
