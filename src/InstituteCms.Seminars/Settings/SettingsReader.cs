using Microsoft.Extensions.Configuration;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Settings;

namespace InstituteCms.Settings;

/// <summary>Reads the settings that hold: the site's, and above them the configuration's.</summary>
public sealed class SettingsReader<TSettings>
    where TSettings : class, IConfigurableSettings<TSettings>, new()
{
    private readonly ISiteService _sites;
    private readonly IConfigurationSection _configured;

    public SettingsReader(ISiteService sites, IShellConfiguration configuration) =>
        (_sites, _configured) = (sites, configuration.GetSection(TSettings.Section));

    /// <summary>Names of the values that the configuration sets.</summary>
    public IReadOnlyList<string> Configured => field ??= [.. _configured.GetChildren().Select(value => value.Key)];

    public async Task<TSettings> ReadAsync()
    {
        var stored = await _sites.GetSettingsAsync<TSettings>();
        if (Configured.Count == 0)
        {
            return stored;
        }

        var settings = stored.Copy();
        _configured.Bind(settings);
        return settings;
    }
}
