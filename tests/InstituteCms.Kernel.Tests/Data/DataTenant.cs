using InstituteCms.AcceptanceTests.Sites;
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

/// <summary>What the tenant's data lies in.</summary>
public enum Backend
{
    Sqlite,
    Postgres,
}

/// <summary>A tenant with nothing but data, in a folder and a database of its own; two of the same are two nodes.</summary>
internal sealed class DataTenant : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private readonly string? _connectionString;

    private DataTenant(string folder, bool ownsFolder, string? connectionString, Action<IServiceCollection> configure)
    {
        _connectionString = connectionString;
        Folder = folder;
        _ownsFolder = ownsFolder;
        var settings = new ShellSettings { Name = "Default" };
        settings["TablePrefix"] = "t1";
        settings["DatabaseProvider"] = connectionString is null ? "Sqlite" : "Postgres";
        settings["ConnectionString"] = connectionString;
        var services = new ServiceCollection().AddLogging().AddSingleton(settings).AddSingleton(new TenantFolder(folder));
        new DataStartup().ConfigureServices(services);
        configure(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public string Folder { get; }

    public IStore Store => _services.GetRequiredService<IStore>();

    public static async Task<DataTenant> StartAsync(Backend backend = Backend.Sqlite)
    {
        var tenant = await CreateAsync(backend, services => services.AddIndexProvider<TalkIndexProvider>().AddDataMigration<TalkMigrations>());
        await tenant.UsingAsync(services => services.GetRequiredService<DataMigrationManager>().UpdateAsync());
        return tenant;
    }

    public static DataTenant Create(string? folder, Action<IServiceCollection> configure) =>
        new(folder ?? Directory.CreateTempSubdirectory("data").FullName, folder is null, null, configure);

    public static async Task<DataTenant> CreateAsync(Backend backend, Action<IServiceCollection> configure) => new(
        Directory.CreateTempSubdirectory("data").FullName, true, backend is Backend.Postgres ? await PostgresServer.NewDatabaseAsync() : null, configure);

    /// <summary>Another node of the same tenant.</summary>
    public DataTenant OtherNode(Action<IServiceCollection> configure) => new(Folder, false, _connectionString, configure);

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
        if (_connectionString is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
        }

        if (_ownsFolder)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
