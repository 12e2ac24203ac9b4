#nullable disable
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Modules;

/// <summary>What a feature adds to a tenant: services, then routes.</summary>
public interface IStartup
{
    /// <summary>Order of <see cref="ConfigureServices"/>; lower is earlier.</summary>
    int Order { get; }

    /// <summary>Order of <see cref="Configure"/>; lower is earlier.</summary>
    int ConfigureOrder { get; }

    /// <summary>Adds services to the tenant.</summary>
    void ConfigureServices(IServiceCollection services);

    /// <summary>Adds middleware and routes to the tenant.</summary>
    void Configure(IApplicationBuilder builder, IEndpointRouteBuilder routes, IServiceProvider serviceProvider);
}

/// <summary>Base of every startup; found by its type, never registered.</summary>
public abstract class StartupBase : IStartup
{
    /// <inheritdoc />
    public virtual int Order { get; }

    /// <inheritdoc />
    public virtual int ConfigureOrder => Order;

    /// <inheritdoc />
    public virtual void ConfigureServices(IServiceCollection services)
    {
    }

    /// <inheritdoc />
    public virtual void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
    }
}

/// <summary>Assigns a class (a startup, controller, ...) to a feature of its module.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public class FeatureAttribute : Attribute
{
    /// <summary>Assigns the class to <paramref name="featureName"/>.</summary>
    public FeatureAttribute(string featureName) => FeatureName = featureName;

    /// <summary>The feature's id.</summary>
    public string FeatureName { get; }
}

/// <summary>Drops the class where one of the named features is off.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public class RequireFeaturesAttribute : Attribute
{
    /// <summary>Requires all of <paramref name="featureNames"/>.</summary>
    public RequireFeaturesAttribute(params string[] featureNames) => RequiredFeatureNames = featureNames;

    /// <summary>Ids of the required features.</summary>
    public IList<string> RequiredFeatureNames { get; }
}
