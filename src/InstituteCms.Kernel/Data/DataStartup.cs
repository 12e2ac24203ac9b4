using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Kernel.Data;

/// <summary>The tenant's documents.</summary>
public sealed class DataStartup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<IStore>(provider => provider.GetRequiredService<DocumentStore>());
        services.AddScoped(OpenSession);
        services.AddScoped<DataMigrationManager>();
    }

    /// <summary>The session of a shell scope commits at the scope's end; any other is its owner's to commit.</summary>
    private static ISession OpenSession(IServiceProvider services)
    {
        var session = services.GetRequiredService<DocumentStore>().CreateSession(services);
        if (ShellScope.Current?.ServiceProvider == services)
        {
            ShellScope.RegisterBeforeDispose(_ => session.SaveChangesAsync());
            ShellScope.AddExceptionHandler((_, _) => session.CancelAsync());
        }

        return session;
    }
}
