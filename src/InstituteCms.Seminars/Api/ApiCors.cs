using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace InstituteCms.Api;

/// <summary>Tells browsers whether a page of another origin may use the API. Never with cookies.</summary>
internal static class ApiCors
{
    private const string Methods = "GET, POST, PATCH, DELETE";
    private const string RequestHeaders = "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match, Registration-Token";
    private const string ResponseHeaders = "Content-Language, ETag, Link, Location, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After";

    /// <summary>Adds what a browser needs; <see langword="true"/> where it only asked for that.</summary>
    public static bool Answer(HttpContext http, ApiSettings settings)
    {
        var (request, headers) = (http.Request, http.Response.Headers);
        var origin = request.Headers.Origin.ToString();
        var admitted = origin.Length > 0 && settings.Admits(origin);
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        if (admitted)
        {
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlExposeHeaders = ResponseHeaders;
        }

        if (!HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        if (admitted)
        {
            headers.AccessControlAllowMethods = Methods;
            headers.AccessControlAllowHeaders = RequestHeaders;
            headers.AccessControlMaxAge = "600";
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }
}
