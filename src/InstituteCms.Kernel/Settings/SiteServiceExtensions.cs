#nullable disable
namespace OrchardCore.Settings;

/// <summary>Typed settings of the site.</summary>
public static class SiteServiceExtensions
{
    /// <summary>The settings of type <typeparamref name="T"/>, or new ones.</summary>
    public static async Task<T> GetSettingsAsync<T>(this ISiteService siteService) where T : new() =>
        (await siteService.GetSiteSettingsAsync()).GetOrCreate<T>();

    /// <summary>The settings of the site, where nothing can be awaited (options); they are in memory but for the first time.</summary>
    public static ISite GetSiteSettings(this ISiteService siteService) => siteService.GetSiteSettingsAsync().GetAwaiter().GetResult();

    /// <summary>The settings of type <typeparamref name="T"/>, or new ones, where nothing can be awaited.</summary>
    public static T GetSettings<T>(this ISiteService siteService) where T : new() => siteService.GetSiteSettings().GetOrCreate<T>();

    /// <summary>Whether the site has settings of type <typeparamref name="T"/>, where nothing can be awaited.</summary>
    public static bool TryGetSettings<T>(this ISiteService siteService, out T settings) where T : new() =>
        siteService.GetSiteSettings().TryGet(out settings);
}
