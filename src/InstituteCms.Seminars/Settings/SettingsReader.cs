using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Settings;

namespace InstituteCms.Settings;

/// <summary>Reads the settings that hold: the site's, and above them the configuration's, which is read anew only when it has changed.</summary>
public sealed class SettingsReader<TSettings>
    where TSettings : class, IConfigurableSettings<TSettings>, new()
{
    private readonly ISiteService _sites;
    private readonly IConfigurationSection _section;
    private Found? _found;

    public SettingsReader(ISiteService sites, IShellConfiguration configuration) =>
        (_sites, _section) = (sites, configuration.GetSection(TSettings.Section));

    /// <summary>Names of the values that the configuration sets.</summary>
    public IReadOnlyList<string> Configured => [.. ReadConfiguration().Values.Select(value => value.Property.Name)];

    public async Task<TSettings> ReadAsync()
    {
        var stored = await _sites.GetSettingsAsync<TSettings>();
        var configured = ReadConfiguration().Values;
        if (configured.Length == 0)
        {
            return stored;
        }

        var settings = stored.Copy();
        foreach (var (property, value) in configured)
        {
            property.SetValue(settings, value);
        }

        return settings;
    }

    private Found ReadConfiguration()
    {
        if (_found is { Holds.HasChanged: false } found)
        {
            return found;
        }

        var holds = _section.GetReloadToken();
        var bound = _section.Get<TSettings>();
        var names = _section.GetChildren().Select(value => value.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return _found = new(
            holds, [.. typeof(TSettings).GetProperties().Where(property => property.CanWrite && names.Contains(property.Name)).Select(property => (property, property.GetValue(bound)))]);
    }

    /// <summary>What the configuration says, for as long as it holds.</summary>
    private sealed record Found(IChangeToken Holds, (PropertyInfo Property, object? Value)[] Values);
}
