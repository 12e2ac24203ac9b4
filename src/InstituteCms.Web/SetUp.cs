using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace InstituteCms.Web;

/// <summary>
/// Has every configured site set up before anybody is served. Orchard Core's own auto-setup works when a site is first asked for a page,
/// so each is asked for its first page here; requests that come in meanwhile wait.
/// </summary>
internal sealed class SetUp(IConfiguration configuration, IHttpContextFactory contexts, ILogger<SetUp> logger)
{
    private readonly Lock _once = new();

    private RequestDelegate? _sites;
    private Task? _done;

    /// <summary>Completes when all sites are set up.</summary>
    /// <exception cref="SetUpException">A site could not be set up.</exception>
    public Task CompleteAsync()
    {
        lock (_once)
        {
            if (_done is null)
            {
                // A request that waits keeps its own context: the first pages' must not take its place.
                using var apart = ExecutionContext.SuppressFlow();
                _done = Task.Run(FirstPagesAsync);
            }

            return _done;
        }
    }

    internal RequestDelegate Before(RequestDelegate sites)
    {
        _sites = sites;
        return async context =>
        {
            await CompleteAsync();
            await sites(context);
        };
    }

    private async Task FirstPagesAsync()
    {
        foreach (var tenant in configuration.GetSection(FirstRun.Tenants).GetChildren())
        {
            var status = await FirstPageAsync(tenant);
            if (status == (int)HttpStatusCode.ServiceUnavailable)
            {
                throw new SetUpException($"The site '{tenant["SiteName"]}' could not be set up with the recipe '{tenant["RecipeName"]}'. The lines above say what was wrong.");
            }

            Log.Answered(logger, tenant["ShellName"], status);
        }
    }

    private async Task<int> FirstPageAsync(IConfigurationSection tenant)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = Uri.UriSchemeHttp,
            Path = tenant["RequestUrlPrefix"] is { Length: > 0 } prefix ? $"/{prefix}/" : "/",
            Protocol = HttpProtocol.Http11,
            Headers = new HeaderDictionary { ["Host"] = tenant["RequestUrlHost"] is { Length: > 0 } hosts ? hosts.Split(',')[0].Trim() : "localhost" },
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));

        var context = contexts.Create(features);
        try
        {
            await _sites!(context);
            return context.Response.StatusCode;
        }
        finally
        {
            contexts.Dispose(context);
        }
    }
}

/// <summary>A configured site could not be set up; the message tells the person at the console.</summary>
internal sealed class SetUpException(string message) : Exception(message);

internal static class SetUpExtensions
{
    /// <summary>What comes after this waits until every configured site is set up.</summary>
    public static IApplicationBuilder UseSetUp(this IApplicationBuilder app) => app.Use(app.ApplicationServices.GetRequiredService<SetUp>().Before);
}

internal static partial class Log
{
    [LoggerMessage(LogLevel.Debug, "Site {Site} is set up; its first page answers {Status}.")]
    public static partial void Answered(ILogger logger, string? site, int status);
}
