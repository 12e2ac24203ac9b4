using InstituteCms.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Locking.Distributed;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Background;

/// <summary>Background tasks, locks and signals.</summary>
public sealed class BackgroundStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<IBackgroundRuns, BackgroundRuns>();
        services.AddSingleton<BackgroundTaskRunner>();
        services.AddSingleton<IBackgroundTaskStates>(provider => provider.GetRequiredService<BackgroundTaskRunner>());
        services.AddSingleton<LocalLock>();
        services.AddSingleton(Locks);
    }

    private static IDistributedLock Locks(IServiceProvider services) => services.GetRequiredService<DocumentStore>().Database is PostgresDatabase
        ? ActivatorUtilities.CreateInstance<PostgresLock>(services)
        : services.GetRequiredService<LocalLock>();
}
