using Microsoft.Extensions.Configuration;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Settings;

namespace InstituteCms.Abuse;

/// <summary>Reads the limits that hold.</summary>
public sealed class AbuseSettingsReader
{
    private readonly ISiteService _sites;
    private readonly IConfigurationSection _configured;

    public AbuseSettingsReader(ISiteService sites, IShellConfiguration configuration) =>
        (_sites, _configured) = (sites, configuration.GetSection(AbuseSettings.Section));

    /// <summary>Names of the values that the configuration sets, whatever the site says.</summary>
    public IReadOnlyList<string> Configured => [.. _configured.GetChildren().Select(value => value.Key)];

    public async Task<AbuseSettings> ReadAsync()
    {
        var stored = await _sites.GetSettingsAsync<AbuseSettings>();
        if (Configured.Count == 0)
        {
            return stored;
        }

        var settings = AbuseForm.Of(stored).ToSettings(); // A copy: the site's own are shared.
        _configured.Bind(settings);
        return settings;
    }
}
