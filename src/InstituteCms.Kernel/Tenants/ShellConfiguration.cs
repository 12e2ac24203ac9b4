using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using OrchardCore.Environment.Shell.Configuration;

namespace InstituteCms.Kernel.Tenants;

/// <summary>The section <c>OrchardCore</c>, overlaid by <c>OrchardCore:{tenant}</c>.</summary>
internal sealed class ShellConfiguration : IShellConfiguration
{
    private readonly IConfigurationRoot _merged;

    public ShellConfiguration(IConfiguration host, string tenant)
    {
        var section = host.GetSection("OrchardCore");
        _merged = new ConfigurationBuilder().AddConfiguration(section).AddConfiguration(section.GetSection(tenant)).Build();
    }

    public string? this[string key] { get => _merged[key]; set => _merged[key] = value; }

    public IEnumerable<IConfigurationSection> GetChildren() => _merged.GetChildren();

    public IChangeToken GetReloadToken() => _merged.GetReloadToken();

    public IConfigurationSection GetSection(string key) => _merged.GetSection(key);
}
