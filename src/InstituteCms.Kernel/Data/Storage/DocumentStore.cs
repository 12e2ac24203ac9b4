using System.Collections.Concurrent;
using InstituteCms.Kernel.Tenants;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Models;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Kernel.Data;

/// <summary>A tenant's documents and their indexes.</summary>
internal sealed class DocumentStore : IStore
{
    private readonly ConcurrentDictionary<Type, IndexTable> _indexTables = new();
    private readonly IIndexProvider[] _providers;
    private readonly bool _isBeingSetUp;

    public DocumentStore(ShellSettings settings, TenantFolder folder, IEnumerable<IIndexProvider> providers)
        : this(Choose(settings, folder), Prefix(settings), providers) => _isBeingSetUp = settings.State == TenantState.Initializing;

    internal DocumentStore(IDatabase database, string tablePrefix, IEnumerable<IIndexProvider> providers)
    {
        Database = database;
        Configuration = new StoreConfiguration { TablePrefix = tablePrefix, SqlDialect = database };
        _providers = [.. providers];
        DocumentTable = database.QuoteForTableName(DocumentTableName, null);
        InsertDocuments = new RowInsert(DocumentTable, [nameof(Document.Id), nameof(Document.Type), nameof(Document.Content), nameof(Document.Version)], database);
    }

    public IDatabase Database { get; }

    public IConfiguration Configuration { get; }

    public string DocumentTableName => Configuration.TablePrefix + nameof(Document);

    public string DocumentTable { get; }

    public RowInsert InsertDocuments { get; }

    /// <summary>SQL that begins with a document's columns; the table is named d.</summary>
    public const string SelectDocument = """SELECT d."Id", d."Type", d."Content", d."Version" """;

    public ISession CreateSession(bool withTracking = true) => new Session(this, () => []);

    /// <summary>Opens a session that asks <paramref name="services"/> for the scoped index providers, when it first writes.</summary>
    public Session CreateSession(IServiceProvider services) => new(this, services.GetServices<IScopedIndexProvider>);

    public IndexTable IndexTable(Type type) =>
        _indexTables.GetOrAdd(type, static (t, store) => new IndexTable(t, store.Configuration.TablePrefix, store.Database), this);

    /// <summary>The indexes of the documents of class <paramref name="type"/>.</summary>
    public IEnumerable<IndexDescriptor> Describe(Type type, IEnumerable<IIndexProvider> scoped) =>
        _providers.Concat(scoped).Where(p => p.ForType().IsAssignableFrom(type)).SelectMany(p =>
        {
            var context = (IDescriptor)Activator.CreateInstance(typeof(DescribeContext<>).MakeGenericType(p.ForType()))!;
            p.Describe(context);
            return context.Describe(type);
        });

    /// <summary>SQL that creates a table.</summary>
    public string CreateTable(string quotedTable, string columns) =>
        $"CREATE TABLE {quotedTable} ({columns})" + (_isBeingSetUp && Database is PostgresDatabase ? "; " + UnfinishedTables.Mark(quotedTable, Configuration.TablePrefix) : "");

    public void Dispose() => Database.Dispose();

    /// <summary>What the tenant's settings choose.</summary>
    private static IDatabase Choose(ShellSettings settings, TenantFolder folder) => (settings["DatabaseProvider"], settings["ConnectionString"]) switch
    {
        (null or "" or "Sqlite", { Length: > 0 } given) => new SqliteDatabase(given),
        (null or "" or "Sqlite", _) => new SqliteDatabase($"Data Source={Path.Combine(folder.Path, "OrchardCore.db")}"),
        ("Postgres", { Length: > 0 } given) => new PostgresDatabase(given),
        ("Postgres", _) => throw new InvalidOperationException($"The tenant '{settings.Name}' needs a connection string for its PostgreSQL database."),
        var (unknown, _) => throw new InvalidOperationException($"'{unknown}' is no database provider: there are Sqlite and Postgres."),
    };

    public static string Prefix(ShellSettings settings) => settings["TablePrefix"] is { Length: > 0 } prefix ? prefix + "_" : "";
}

internal sealed class StoreConfiguration : IConfiguration
{
    public required string TablePrefix { get; set; }

    public required ISqlDialect SqlDialect { get; set; }
}
