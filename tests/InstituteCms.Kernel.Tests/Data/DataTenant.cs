using InstituteCms.Kernel.Data;
using InstituteCms.Kernel.Tenants;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace InstituteCms.Kernel.Tests.Data;

/// <summary>A tenant with nothing but data, in a folder of its own; two of the same folder are two nodes.</summary>
internal sealed class DataTenant : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private DataTenant(string folder, bool ownsFolder, Action<IServiceCollection> configure)
    {
        Folder = folder;
        _ownsFolder = ownsFolder;
        var settings = new ShellSettings { Name = "Default" };
        settings["TablePrefix"] = "t1";
        var services = new ServiceCollection().AddLogging().AddSingleton(settings).AddSingleton(new TenantFolder(folder));
        new DataStartup().ConfigureServices(services);
        configure(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public string Folder { get; }

    public IStore Store => _services.GetRequiredService<IStore>();

    public static async Task<DataTenant> StartAsync()
    {
        var tenant = Create(null, services => services.AddIndexProvider<TalkIndexProvider>().AddDataMigration<TalkMigrations>());
        await tenant.UsingAsync(services => services.GetRequiredService<DataMigrationManager>().UpdateAsync());
        return tenant;
    }

    public static DataTenant Create(string? folder, Action<IServiceCollection> configure) =>
        new(folder ?? Directory.CreateTempSubdirectory("data").FullName, folder is null, configure);

    public Task UsingAsync(Func<IServiceProvider, Task> work) => new ShellScope(_services).UsingAsync(scope => work(scope.ServiceProvider));

    public Task UsingAsync(Func<ISession, Task> work) => UsingAsync((IServiceProvider services) => work(services.GetRequiredService<ISession>()));

    public async Task SaveAsync(params object[] documents)
    {
        await using var session = Store.CreateSession();
        foreach (var document in documents)
        {
            await session.SaveAsync(document);
        }

        await session.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
