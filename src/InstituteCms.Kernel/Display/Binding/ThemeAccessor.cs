using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Display;

/// <summary>The site's settings as this request first saw them; read before any view needs them.</summary>
internal sealed class SiteSnapshot(IServiceProvider services)
{
    private ISite? _site;

    public ISite? Site => _site;

    public async Task<ISite?> LoadAsync() =>
        _site ??= services.GetService<ISiteService>() is { } settings ? await settings.GetSiteSettingsAsync() : null;
}

/// <summary>Which theme renders this request.</summary>
internal sealed class ThemeAccessor(SiteSnapshot site, IHttpContextAccessor http)
{
    /// <summary>Feature ids of the theme in use and of the other one.</summary>
    public async Task<(string? Current, string? Other)> GetAsync()
    {
        await site.LoadAsync();
        return Get();
    }

    /// <summary>As <see cref="GetAsync"/>, once the settings are loaded.</summary>
    public (string? Current, string? Other) Get()
    {
        var theme = Name("CurrentThemeName");
        var admin = Name("CurrentAdminThemeName");
        return http.HttpContext is { } context && AdminAttribute.IsApplied(context) ? (admin, theme) : (theme, admin);
    }

    private string? Name(string key) => site.Site?.Properties?[key] is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;
}
