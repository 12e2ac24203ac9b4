#nullable disable
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Security.Permissions;

/// <summary>The permissions of a feature.</summary>
public interface IPermissionProvider
{
    /// <summary>Every permission that can be given to a role.</summary>
    Task<IEnumerable<Permission>> GetPermissionsAsync();

    /// <summary>What roles are given once, when the feature is first seen or the role is created.</summary>
    IEnumerable<PermissionStereotype> GetDefaultStereotypes();
}

/// <summary>Registers permission providers.</summary>
public static class PermissionsServiceCollectionExtensions
{
    /// <summary>Adds the permissions of <typeparamref name="TProvider"/>.</summary>
    public static IServiceCollection AddPermissionProvider<TProvider>(this IServiceCollection services)
        where TProvider : class, IPermissionProvider =>
        services.AddScoped<IPermissionProvider, TProvider>();
}
