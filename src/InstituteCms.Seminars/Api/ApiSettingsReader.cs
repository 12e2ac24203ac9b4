using Microsoft.Extensions.Configuration;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Settings;

namespace InstituteCms.Api;

/// <summary>Reads the settings that hold.</summary>
public sealed class ApiSettingsReader
{
    private readonly ISiteService _sites;
    private readonly IConfigurationSection _configured;

    public ApiSettingsReader(ISiteService sites, IShellConfiguration configuration) =>
        (_sites, _configured) = (sites, configuration.GetSection(ApiSettings.Section));

    /// <summary>Names of the values that the configuration sets, whatever the site says.</summary>
    public IReadOnlyList<string> Configured => [.. _configured.GetChildren().Select(value => value.Key)];

    public async Task<ApiSettings> ReadAsync()
    {
        var stored = await _sites.GetSettingsAsync<ApiSettings>();
        if (Configured.Count == 0)
        {
            return stored;
        }

        // A copy: the site's own are shared.
        var settings = new ApiSettings { Origins = stored.Origins, RequestsPerAddressAndMinute = stored.RequestsPerAddressAndMinute };
        _configured.Bind(settings);
        return settings;
    }
}
