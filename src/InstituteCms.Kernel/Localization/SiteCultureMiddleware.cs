using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Localization.Models;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Localization;

/// <summary>
/// Gives each request its culture: query <c>culture</c>, then the cookie, then Accept-Language, then the site's default.
/// Which are supported may change while the site runs.
/// </summary>
internal sealed class SiteCultureMiddleware
{
    private readonly RequestDelegate _next;
    private readonly ISiteService _sites;
    private readonly ILoggerFactory _loggers;
    private Localized? _current;

    public SiteCultureMiddleware(RequestDelegate next, ISiteService sites, ILoggerFactory loggers) =>
        (_next, _sites, _loggers) = (next, sites, loggers);

    public async Task InvokeAsync(HttpContext context)
    {
        var site = await _sites.GetSiteSettingsAsync();
        if (_current is not { } current || !ReferenceEquals(current.Site, site))
        {
            current = new Localized(site, new RequestLocalizationMiddleware(_next, Options.Create(OptionsOf(site)), _loggers));
            _current = current;
        }

        await current.Middleware.Invoke(context);
    }

    private static RequestLocalizationOptions OptionsOf(ISite site)
    {
        var settings = site.GetOrCreate<LocalizationSettings>();
        var cultures = settings.SupportedCultures.Append(settings.DefaultCulture).Distinct().ToArray();
        return new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = true }
            .SetDefaultCulture(settings.DefaultCulture)
            .AddSupportedCultures(cultures)
            .AddSupportedUICultures(cultures);
    }

    private sealed record Localized(ISite Site, RequestLocalizationMiddleware Middleware);
}
