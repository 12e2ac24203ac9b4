#nullable disable
using System.Data.Common;
using YesSql.Sql.Schema;

namespace YesSql.Sql;

/// <summary>Creates and changes tables, in the migration's transaction; every name is given without the tenant's prefix.</summary>
public interface ISchemaBuilder
{
    /// <summary>The database's way of quoting.</summary>
    ISqlDialect Dialect { get; }

    /// <summary>The migration's connection.</summary>
    DbConnection Connection { get; }

    /// <summary>The migration's transaction.</summary>
    DbTransaction Transaction { get; }

    /// <summary>What every table's name starts with.</summary>
    string TablePrefix { get; }

    /// <summary>Creates the table of an index, with <c>Id</c> and <c>DocumentId</c>.</summary>
    Task CreateMapIndexTableAsync(Type indexType, Action<ICreateTableCommand> table, string collection);

    /// <summary>Changes the table of an index.</summary>
    Task AlterIndexTableAsync(Type indexType, Action<IAlterTableCommand> table, string collection);

    /// <summary>Drops the table of an index.</summary>
    Task DropMapIndexTableAsync(Type indexType, string collection = null);

    /// <summary>Creates a table.</summary>
    Task CreateTableAsync(string name, Action<ICreateTableCommand> table);

    /// <summary>Changes a table.</summary>
    Task AlterTableAsync(string name, Action<IAlterTableCommand> table);

    /// <summary>Drops a table.</summary>
    Task DropTableAsync(string name);
}

/// <summary>Index tables by their class.</summary>
public static class SchemaBuilderExtensions
{
    /// <inheritdoc cref="ISchemaBuilder.CreateMapIndexTableAsync" />
    public static Task CreateMapIndexTableAsync<T>(this ISchemaBuilder builder, Action<ICreateTableCommand> table, string collection = null) =>
        builder.CreateMapIndexTableAsync(typeof(T), table, collection);

    /// <inheritdoc cref="ISchemaBuilder.AlterIndexTableAsync" />
    public static Task AlterIndexTableAsync<T>(this ISchemaBuilder builder, Action<IAlterTableCommand> table, string collection = null) =>
        builder.AlterIndexTableAsync(typeof(T), table, collection);
}
