using Microsoft.Extensions.DependencyInjection;

namespace InstituteCms.Kernel.Modules;

/// <summary>What the host gives to every tenant.</summary>
internal sealed class TenantDefaults
{
    public List<string> SetupFeatures { get; } = [];

    public List<string> TenantFeatures { get; } = [];

    public List<(int Order, Action<IServiceCollection> Configure)> Services { get; } = [];
}
