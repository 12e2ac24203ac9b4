using System.Data.Common;
using Dapper;
using YesSql;
using YesSql.Sql;
using YesSql.Sql.Schema;

namespace InstituteCms.Kernel.Data;

/// <inheritdoc cref="ISchemaBuilder" />
internal sealed class SchemaBuilder : ISchemaBuilder
{
    private readonly DocumentStore _store;

    public SchemaBuilder(DocumentStore store, DbTransaction transaction)
    {
        _store = store;
        Transaction = transaction;
        Connection = transaction.Connection!;
    }

    public ISqlDialect Dialect => _store.Database;

    public DbConnection Connection { get; }

    public DbTransaction Transaction { get; }

    public string TablePrefix => _store.Configuration.TablePrefix;

    public Task CreateMapIndexTableAsync(Type indexType, Action<ICreateTableCommand> table, string collection)
    {
        var command = new CreateTableCommand(indexType.Name, _store.Database);
        command.Column<long>("Id", c => c.PrimaryKey().Identity());
        command.ColumnThatRefersTo("DocumentId", _store.DocumentTable);
        table(command);
        return RunAsync(
            _store.CreateTable(Quote(indexType.Name), command.Columns()),
            AlterTableCommand.CreateIndexSql(_store, indexType.Name, $"IDX_FK_{indexType.Name}", ["DocumentId"]));
    }

    public Task AlterIndexTableAsync(Type indexType, Action<IAlterTableCommand> table, string collection) => AlterTableAsync(indexType.Name, table);

    public Task DropMapIndexTableAsync(Type indexType, string? collection = null) => DropTableAsync(indexType.Name);

    public Task CreateTableAsync(string name, Action<ICreateTableCommand> table)
    {
        var command = new CreateTableCommand(name, _store.Database);
        table(command);
        return RunAsync(_store.CreateTable(Quote(name), command.Columns()));
    }

    public Task AlterTableAsync(string name, Action<IAlterTableCommand> table)
    {
        var command = new AlterTableCommand(name, _store);
        table(command);
        return RunAsync([.. command.Statements]);
    }

    public Task DropTableAsync(string name) => RunAsync($"DROP TABLE {Quote(name)}");

    private string Quote(string name) => _store.Database.QuoteForTableName(TablePrefix + name, null);

    private async Task RunAsync(params string[] statements)
    {
        foreach (var statement in statements)
        {
            await Connection.ExecuteAsync(statement, transaction: Transaction);
        }
    }
}
