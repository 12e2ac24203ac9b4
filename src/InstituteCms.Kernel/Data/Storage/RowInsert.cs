using System.Data.Common;
using System.Text;
using YesSql;

namespace InstituteCms.Kernel.Data;

/// <summary>Inserts rows into a table, many with one statement: for each statement, the database reads its text and plans it.</summary>
internal sealed class RowInsert
{
    /// <summary>Fewer than any database takes in one statement.</summary>
    private const int MostValues = 1_000;

    private readonly string _into;
    private readonly int _columns;

    /// <param name="table">Quoted.</param>
    /// <param name="columns">Not quoted.</param>
    /// <param name="dialect">Quotes them.</param>
    public RowInsert(string table, IReadOnlyCollection<string> columns, ISqlDialect dialect)
    {
        _columns = columns.Count;
        _into = $"INSERT INTO {table} ({string.Join(", ", columns.Select(dialect.QuoteForColumnName))}) VALUES ";
    }

    /// <summary>Statements that write these rows, in their order; each row has a value for each column.</summary>
    public IEnumerable<DbCommand> Commands(DbTransaction transaction, IEnumerable<object?[]> rows) =>
        rows.Chunk(MostValues / _columns).Select(some => Command(transaction, some));

    private DbCommand Command(DbTransaction transaction, object?[][] rows)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var sql = new StringBuilder(_into);
        foreach (var row in rows)
        {
            var separator = sql.Length == _into.Length ? "(" : ", (";
            foreach (var value in row)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{command.Parameters.Count}";
                parameter.Value = value ?? DBNull.Value;
                command.Parameters.Add(parameter);
                sql.Append(separator).Append(parameter.ParameterName);
                separator = ", ";
            }

            sql.Append(')');
        }

        command.CommandText = sql.ToString();
        return command;
    }
}
