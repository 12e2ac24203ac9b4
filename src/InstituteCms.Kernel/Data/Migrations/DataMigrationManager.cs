using System.Data.Common;
using Dapper;
using OrchardCore.Data.Migration;
using OrchardCore.Data.Migration.Records;
using YesSql;
using DataMigration = OrchardCore.Data.Migration.Records.DataMigration;

namespace InstituteCms.Kernel.Data;

/// <summary>Runs the tenant's migrations.</summary>
internal sealed class DataMigrationManager
{
    private readonly IEnumerable<IDataMigration> _migrations;
    private readonly DocumentStore _store;
    private readonly ISession _session;

    public DataMigrationManager(IEnumerable<IDataMigration> migrations, DocumentStore store, ISession session)
    {
        _migrations = migrations;
        _store = store;
        _session = session;
    }

    /// <summary>
    /// Creates the document table where it is missing, then runs what has not run yet in the order of registration, one commit
    /// for each migration. A failing migration is undone, cancels the session and throws.
    /// </summary>
    public async Task UpdateAsync()
    {
        await CreateDocumentTableAsync();
        foreach (var migration in _migrations.Where(ToDo(await FindRecordAsync())).ToArray())
        {
            try
            {
                await RunAsync(migration);
            }
            catch
            {
                await _session.CancelAsync();
                throw;
            }
        }
    }

    private static Func<IDataMigration, bool> ToDo(DataMigrationRecord record) =>
        migration => new MigrationMethods(migration).HasWork(VersionOf(record, migration)?.Version);

    private static DataMigration? VersionOf(DataMigrationRecord record, IDataMigration migration) =>
        record.DataMigrations.Find(m => m.DataMigrationClass == migration.GetType().FullName);

    /// <summary>Looks at the record again once it may write: another node may have run the migration meanwhile.</summary>
    private async Task RunAsync(IDataMigration migration)
    {
        var transaction = await BeginAloneAsync();
        var record = await FindRecordAsync();
        var entry = VersionOf(record, migration);
        if (entry is null)
        {
            entry = new DataMigration { DataMigrationClass = migration.GetType().FullName };
            record.DataMigrations.Add(entry);
        }

        migration.SchemaBuilder = new SchemaBuilder(_store, transaction);
        entry.Version = await new MigrationMethods(migration).RunAsync(entry.Version);
        await _session.SaveAsync(record);
        await _session.SaveChangesAsync();
    }

    private async Task<DataMigrationRecord> FindRecordAsync()
    {
        if (await _session.Query<DataMigrationRecord>().FirstOrDefaultAsync() is { } known)
        {
            _session.Detach(known);
        }

        return await _session.Query<DataMigrationRecord>().FirstOrDefaultAsync() ?? new DataMigrationRecord();
    }

    /// <summary>Two nodes that start at once take turns.</summary>
    private async Task<DbTransaction> BeginAloneAsync()
    {
        var transaction = await _session.BeginTransactionAsync();
        await _store.Database.TakeNameAsync(transaction, _store.Configuration.TablePrefix + "Migrations");
        return transaction;
    }

    private async Task CreateDocumentTableAsync()
    {
        var database = _store.Database;
        var (number, text) = (database.ColumnType(typeof(long), null), database.ColumnType(typeof(string), null));
        var index = database.QuoteForTableName($"{_store.Configuration.TablePrefix}IDX_Document_Type", null);
        var transaction = await BeginAloneAsync();
        if (!await database.HasTableAsync(transaction, _store.DocumentTableName))
        {
            var columns = $"""
                "Id" {database.IdentityColumn}, "Type" {text} NOT NULL, "Content" {text}, "Version" {number} NOT NULL DEFAULT 1
                """;
            await transaction.Connection!.ExecuteAsync(
                $"""
                {_store.CreateTable(_store.DocumentTable, columns)};
                CREATE INDEX {index} ON {_store.DocumentTable} ("Type");
                """,
                transaction: transaction);
        }

        await _session.SaveChangesAsync();
    }
}
