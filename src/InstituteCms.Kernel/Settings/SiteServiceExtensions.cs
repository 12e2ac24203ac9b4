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
}
