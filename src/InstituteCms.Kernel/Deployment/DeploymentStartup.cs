using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.Deployment;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Deployment;

/// <summary>Takes a whole site out as a package, and puts one in.</summary>
[Feature("OrchardCore.Deployment")]
public sealed class DeploymentStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissionProvider<PackagePermissions>();
        services.AddScoped<ISitePackages, SitePackages>();

        // In the order in which the new site needs what they bring.
        services.AddTransient<IDeploymentSource, FeaturesSource>();
        services.AddTransient<IDeploymentSource, SettingsSource>();
        services.AddTransient<IDeploymentSource, RolesSource>();
        services.AddTransient<IDeploymentSource, UsersSource>();
        services.AddTransient<IDeploymentSource, DefinitionsSource>();
        services.AddTransient<IDeploymentSource, MediaSource>();
        services.AddTransient<IDeploymentSource, ContentSource>();
    }
}

/// <summary>Nobody but administrators, unless a role is given them.</summary>
internal sealed class PackagePermissions : IPermissionProvider
{
    private static readonly Permission[] _all = [DeploymentPermissions.Export, DeploymentPermissions.Import];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(_all);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = OrchardCoreConstants.Roles.Administrator, Permissions = _all }];
}
