#nullable disable
using System.Data.Common;

namespace YesSql;

/// <summary>
/// A unit of work on documents, stands in for YesSql's. Left out: collections (the parameter must be null), compiled queries,
/// reset and import. A new document's id is given when it is flushed, not when it is saved.
/// </summary>
public interface ISession : IDisposable, IAsyncDisposable
{
    /// <summary>The store it was opened on.</summary>
    IStore Store { get; }

    /// <summary>The open transaction, or null while nothing was written.</summary>
    DbTransaction CurrentTransaction { get; }

    /// <summary>Marks <paramref name="obj"/> for writing at the next flush, and again whenever it has changed until the commit.</summary>
    Task SaveAsync(object obj);

    /// <inheritdoc cref="SaveAsync(object)" />
    Task SaveAsync(object obj, bool checkConcurrency);

    /// <inheritdoc cref="SaveAsync(object)" />
    Task SaveAsync(object obj, bool checkConcurrency, string collection);

    /// <inheritdoc cref="SaveAsync(object)" />
    Task SaveAsync(object obj, bool checkConcurrency = false, string collection = null, CancellationToken cancellationToken = default);

    /// <summary>Marks a document for deletion at the next flush.</summary>
    void Delete(object item, string collection = null);

    /// <summary>Forgets a document: what it is later saved as is its own.</summary>
    void Detach(object item, string collection = null);

    /// <inheritdoc cref="GetAsync{T}(long[])" />
    Task<IEnumerable<T>> GetAsync<T>(long[] ids, string collection)
        where T : class;

    /// <inheritdoc cref="GetAsync{T}(long[])" />
    Task<IEnumerable<T>> GetAsync<T>(long[] ids, string collection = null, CancellationToken cancellationToken = default)
        where T : class;

    /// <summary>Starts a query; running it flushes first.</summary>
    IQuery Query(string collection = null);

    /// <summary>Makes this and every later commit of the session a rollback.</summary>
    Task CancelAsync();

    /// <inheritdoc cref="FlushAsync()" />
    Task FlushAsync(CancellationToken cancellationToken = default);

    /// <summary>Flushes and commits.</summary>
    /// <exception cref="ConcurrencyException">A document saved with a concurrency check was changed by another.</exception>
    Task SaveChangesAsync();

    /// <inheritdoc cref="SaveChangesAsync()" />
    Task SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc cref="CreateConnectionAsync()" />
    Task<DbConnection> CreateConnectionAsync(CancellationToken cancellationToken = default);

    /// <summary>The transaction in which everything is written until the commit; opened where there is none.</summary>
    Task<DbTransaction> BeginTransactionAsync();

    /// <inheritdoc cref="BeginTransactionAsync()" />
    Task<DbTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default);
}

/// <summary>Shorter forms of <see cref="ISession"/>'s methods.</summary>
public static class SessionExtensions
{
    /// <summary>The document with this id, or null.</summary>
    public static async Task<T> GetAsync<T>(this ISession session, long id, string collection = null)
        where T : class => (await session.GetAsync<T>([id], collection)).FirstOrDefault();
}
