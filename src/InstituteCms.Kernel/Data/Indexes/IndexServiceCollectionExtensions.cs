#nullable disable
using Microsoft.Extensions.DependencyInjection;
using YesSql.Indexes;

namespace OrchardCore.Data;

/// <summary>An index provider that lives as long as the session and may ask for scoped services.</summary>
public interface IScopedIndexProvider : IIndexProvider;

/// <summary>Registers index providers.</summary>
public static class IndexServiceCollectionExtensions
{
    /// <summary>Registers an index provider for the tenant.</summary>
    public static IServiceCollection AddIndexProvider<TIndexProvider>(this IServiceCollection services)
        where TIndexProvider : class, IIndexProvider => services.AddSingleton<IIndexProvider, TIndexProvider>();

    /// <summary>Registers an index provider for each session.</summary>
    public static IServiceCollection AddScopedIndexProvider<TScopedIndexProvider>(this IServiceCollection services)
        where TScopedIndexProvider : class, IScopedIndexProvider => services
            .AddScoped<TScopedIndexProvider>()
            .AddScoped<IScopedIndexProvider>(provider => provider.GetRequiredService<TScopedIndexProvider>());
}
