#nullable disable
namespace OrchardCore.Settings;

/// <summary>Typed settings of the site.</summary>
public static class SiteServiceExtensions
{
    /// <summary>The settings of type <typeparamref name="T"/>, or new ones.</summary>
    public static async Task<T> GetSettingsAsync<T>(this ISiteService siteService) where T : new() =>
        (await siteService.GetSiteSettingsAsync()).GetOrCreate<T>();
}
