using System.Data.Common;
using YesSql;

namespace InstituteCms.Kernel.Data;

/// <summary>All that differs from one database to another.</summary>
internal interface IDatabase : ISqlDialect, IDisposable
{
    /// <summary>Declaration of a primary key that counts up by itself.</summary>
    string IdentityColumn { get; }

    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Operator of a comparison with a pattern that does not mind the case of Latin letters.</summary>
    string Like { get; }

    /// <summary>SQL after a column that is ordered by: what has no value comes first.</summary>
    string Ascending { get; }

    /// <summary>SQL after a column that is ordered by the other way round.</summary>
    string Descending { get; }

    /// <summary>Begins a transaction that may write; waits for its turn where the database has one writer at a time.</summary>
    Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Gives the turn to the next writer. Called once for each <see cref="BeginAsync"/>, after the transaction's end.</summary>
    void End();

    /// <summary>Waits until no other transaction, in any process, has this <paramref name="name"/>; it is given back at the transaction's end.</summary>
    Task TakeNameAsync(DbTransaction transaction, string name);

    Task<bool> HasTableAsync(DbTransaction transaction, string tableName);

    string ColumnType(Type type, int? length);

    /// <summary>SQL for the ids of the next documents, the smallest first; asked inside the transaction that inserts them.</summary>
    string NextIds(string tableName, int count);

    /// <summary>SQL that ends a query: how many rows to leave out and to take.</summary>
    string Page(int? skip, int? take);
}
