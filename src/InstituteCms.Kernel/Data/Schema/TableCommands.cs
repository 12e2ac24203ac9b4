using YesSql.Sql.Schema;

namespace InstituteCms.Kernel.Data;

internal sealed class CreateTableCommand : ICreateTableCommand
{
    private readonly IDatabase _database;
    private readonly List<string> _columns = [];
    private readonly List<ColumnCommand> _commands = [];

    public CreateTableCommand(string name, IDatabase database)
    {
        Name = name;
        _database = database;
    }

    public string Name { get; }

    public ICreateTableCommand Column<T>(string columnName, Action<ICreateColumnCommand>? column = null) => Column(columnName, typeof(T), column);

    public ICreateTableCommand Column(string columnName, Type dbType, Action<ICreateColumnCommand>? column = null)
    {
        var command = new ColumnCommand(Name, columnName, dbType);
        column?.Invoke(command);
        _commands.Add(command);
        return this;
    }

    public void ColumnThatRefersTo(string columnName, string quotedTable) => _columns.Add(
        $"{_database.QuoteForColumnName(columnName)} {_database.ColumnType(typeof(long), null)} NOT NULL REFERENCES {quotedTable} (\"Id\") ON DELETE CASCADE");

    public string Columns()
    {
        var keys = _commands.Where(c => c is { IsPrimaryKey: true, IsIdentity: false }).Select(c => _database.QuoteForColumnName(c.ColumnName)).ToArray();
        var parts = _commands.Select(c => c.ToSql(_database)).Concat(_columns).Concat(keys.Length > 0 ? [$"PRIMARY KEY ({string.Join(", ", keys)})"] : []);
        return string.Join(", ", parts);
    }
}

internal sealed class AlterTableCommand : IAlterTableCommand
{
    private readonly DocumentStore _store;
    private readonly string _alter;

    public AlterTableCommand(string name, DocumentStore store)
    {
        Name = name;
        _store = store;
        _alter = $"ALTER TABLE {Table(store, name)}";
    }

    public string Name { get; }

    public List<string> Statements { get; } = [];

    public static string CreateIndexSql(DocumentStore store, string table, string index, IEnumerable<string> columns) =>
        $"CREATE INDEX {Table(store, index)} ON {Table(store, table)} ({string.Join(", ", columns.Select(c => store.Database.QuoteForColumnName(c) + store.Database.Ascending))})";

    public void AddColumn<T>(string columnName, Action<IAddColumnCommand>? column = null) => AddColumn(columnName, typeof(T), column);

    public void AddColumn(string columnName, Type dbType, Action<IAddColumnCommand>? column = null)
    {
        var command = new ColumnCommand(Name, columnName, dbType);
        column?.Invoke(command);
        Statements.Add($"{_alter} ADD COLUMN {command.ToSql(_store.Database)}");
    }

    public void DropColumn(string columnName) => Statements.Add($"{_alter} DROP COLUMN {Column(columnName)}");

    public void RenameColumn(string columnName, string newName) => Statements.Add($"{_alter} RENAME COLUMN {Column(columnName)} TO {Column(newName)}");

    public void CreateIndex(string indexName, params string[] columnNames) => Statements.Add(CreateIndexSql(_store, Name, indexName, columnNames));

    public void DropIndex(string indexName) => Statements.Add($"DROP INDEX {Table(_store, indexName)}");

    private static string Table(DocumentStore store, string name) => store.Database.QuoteForTableName(store.Configuration.TablePrefix + name, null);

    private string Column(string name) => _store.Database.QuoteForColumnName(name);
}
