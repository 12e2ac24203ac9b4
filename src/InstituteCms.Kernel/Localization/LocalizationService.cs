using OrchardCore.Localization;
using OrchardCore.Localization.Models;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Localization;

internal sealed class LocalizationService(ISiteService sites) : ILocalizationService
{
    public async Task<string> GetDefaultCultureAsync() => (await SettingsAsync()).DefaultCulture;

    public async Task<string[]> GetSupportedCulturesAsync() => (await SettingsAsync()).SupportedCultures;

    private async Task<LocalizationSettings> SettingsAsync() => (await sites.GetSiteSettingsAsync()).GetOrCreate<LocalizationSettings>();
}
