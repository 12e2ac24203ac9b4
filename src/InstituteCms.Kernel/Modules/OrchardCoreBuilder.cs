#nullable disable
using InstituteCms.Kernel.Modules;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What the host says about its tenants. Stands in for Orchard Core's builder; only what our host calls is here.</summary>
public class OrchardCoreBuilder
{
    /// <summary>Wraps the host's services.</summary>
    public OrchardCoreBuilder(IServiceCollection services) => ApplicationServices = services;

    /// <summary>The host's services; singletons of the application are shared by all tenants.</summary>
    public IServiceCollection ApplicationServices { get; }

    /// <summary>Adds services to every tenant.</summary>
    public OrchardCoreBuilder ConfigureServices(Action<IServiceCollection> configure, int order = 0)
    {
        ApplicationServices.Configure<TenantDefaults>(defaults => defaults.Services.Add((order, configure)));
        return this;
    }
}

/// <summary>Says which features tenants have.</summary>
public static class OrchardCoreBuilderExtensions
{
    /// <summary>Features at work before a site is set up; <c>OrchardCore.AutoSetup</c> is the one known here.</summary>
    public static OrchardCoreBuilder AddSetupFeatures(this OrchardCoreBuilder builder, params string[] featureIds)
    {
        builder.ApplicationServices.Configure<TenantDefaults>(defaults => defaults.SetupFeatures.AddRange(featureIds));
        return builder;
    }

    /// <summary>Features that every tenant has.</summary>
    public static OrchardCoreBuilder AddTenantFeatures(this OrchardCoreBuilder builder, params string[] featureIds)
    {
        builder.ApplicationServices.Configure<TenantDefaults>(defaults => defaults.TenantFeatures.AddRange(featureIds));
        return builder;
    }
}
