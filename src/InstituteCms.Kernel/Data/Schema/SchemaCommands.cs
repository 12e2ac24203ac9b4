#nullable disable
namespace YesSql.Sql.Schema;

/// <summary>A change of the schema.</summary>
public interface ISchemaCommand
{
    /// <summary>The table's name, without prefix.</summary>
    string Name { get; }
}

/// <summary>A change of a table.</summary>
public interface ITableCommand : ISchemaCommand;

/// <summary>Describes the columns of a new table.</summary>
public interface ICreateTableCommand : ISchemaCommand
{
    /// <summary>Adds a column that takes values of type <typeparamref name="T"/>.</summary>
    ICreateTableCommand Column<T>(string columnName, Action<ICreateColumnCommand> column = null);
}

/// <summary>Describes the changes of a table.</summary>
public interface IAlterTableCommand : ISchemaCommand
{
    /// <summary>Adds a column that takes values of type <typeparamref name="T"/>.</summary>
    void AddColumn<T>(string columnName, Action<IAddColumnCommand> column = null);

    /// <summary>Adds a column that takes values of type <paramref name="dbType"/>.</summary>
    void AddColumn(string columnName, Type dbType, Action<IAddColumnCommand> column = null);

    /// <summary>Drops a column.</summary>
    void DropColumn(string columnName);

    /// <summary>Renames a column.</summary>
    void RenameColumn(string columnName, string newName);

    /// <summary>Creates an index.</summary>
    void CreateIndex(string indexName, params string[] columnNames);

    /// <summary>Drops an index.</summary>
    void DropIndex(string indexName);
}

/// <summary>Describes a column.</summary>
public interface IColumnCommand : ITableCommand
{
    /// <summary>The column's name.</summary>
    string ColumnName { get; }

    /// <summary>Longest text it takes, in characters.</summary>
    IColumnCommand WithLength(int? length);

    /// <summary>Value of rows that give none.</summary>
    IColumnCommand WithDefault(object @default);

    /// <summary>Takes text of any length.</summary>
    IColumnCommand Unlimited();
}

/// <summary>Describes a new column; it may be null unless said otherwise.</summary>
public interface ICreateColumnCommand : IColumnCommand
{
    /// <summary>Is the table's key.</summary>
    ICreateColumnCommand PrimaryKey();

    /// <summary>Counts up by itself.</summary>
    ICreateColumnCommand Identity();

    /// <summary>May be null.</summary>
    ICreateColumnCommand Nullable();

    /// <summary>May not be null.</summary>
    ICreateColumnCommand NotNull();

    /// <summary>Takes every value once.</summary>
    ICreateColumnCommand Unique();
}

/// <summary>Describes a column added to a table.</summary>
public interface IAddColumnCommand : ICreateColumnCommand;
