#nullable disable
using System.Linq.Expressions;
using YesSql.Indexes;

namespace YesSql;

/// <summary>A query whose kind of result is not chosen yet.</summary>
public interface IQuery
{
    /// <summary>Queries documents; of this very class unless <paramref name="filterType"/> is false.</summary>
    IQuery<T> For<T>(bool filterType = true)
        where T : class;

    /// <summary>Queries index rows.</summary>
    IQueryIndex<T> ForIndex<T>()
        where T : class, IIndex;
}

/// <summary>A query for documents. A document that several index rows match appears once.</summary>
public interface IQuery<T>
    where T : class
{
    /// <summary>Joins an index; the conditions and orders that follow are on its columns.</summary>
    IQuery<T, TIndex> With<TIndex>()
        where TIndex : class, IIndex;

    /// <inheritdoc cref="With{TIndex}()" />
    IQuery<T, TIndex> With<TIndex>(Expression<Func<TIndex, bool>> predicate)
        where TIndex : class, IIndex;

    /// <summary>Keeps the documents that satisfy one of the predicates.</summary>
    IQuery<T> Any(params Func<IQuery<T>, IQuery<T>>[] predicates);

    /// <summary>Keeps the documents that satisfy all of the predicates, each by index rows of its own.</summary>
    IQuery<T> All(params Func<IQuery<T>, IQuery<T>>[] predicates);

    /// <summary>The caller's promise that no document matches through several index rows.</summary>
    IQuery<T> NoDuplicates();

    /// <summary>Leaves out the first results.</summary>
    IQuery<T> Skip(int count);

    /// <summary>Takes no more results than this.</summary>
    IQuery<T> Take(int count);

    /// <summary>The first result, or null.</summary>
    Task<T> FirstOrDefaultAsync();

    /// <inheritdoc cref="FirstOrDefaultAsync()" />
    Task<T> FirstOrDefaultAsync(CancellationToken cancellationToken = default);

    /// <summary>All results.</summary>
    Task<IEnumerable<T>> ListAsync();

    /// <inheritdoc cref="ListAsync()" />
    Task<IEnumerable<T>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>All results.</summary>
    IAsyncEnumerable<T> ToAsyncEnumerable();

    /// <inheritdoc cref="ToAsyncEnumerable()" />
    IAsyncEnumerable<T> ToAsyncEnumerable(CancellationToken cancellationToken = default);

    /// <summary>How many results there are without <see cref="Skip"/> and <see cref="Take"/>.</summary>
    Task<int> CountAsync();

    /// <inheritdoc cref="CountAsync()" />
    Task<int> CountAsync(CancellationToken cancellationToken = default);
}

/// <summary>A query for documents by an index.</summary>
public interface IQuery<T, TIndex> : IQuery<T>
    where T : class
    where TIndex : IIndex
{
    /// <summary>Adds a condition.</summary>
    IQuery<T, TIndex> Where(Expression<Func<TIndex, bool>> predicate);

    /// <summary>Orders anew.</summary>
    IQuery<T, TIndex> OrderBy(Expression<Func<TIndex, object>> keySelector);

    /// <inheritdoc cref="OrderBy" />
    IQuery<T, TIndex> OrderByDescending(Expression<Func<TIndex, object>> keySelector);

    /// <summary>Orders what is equal so far.</summary>
    IQuery<T, TIndex> ThenBy(Expression<Func<TIndex, object>> keySelector);

    /// <inheritdoc cref="ThenBy" />
    IQuery<T, TIndex> ThenByDescending(Expression<Func<TIndex, object>> keySelector);
}

/// <summary>A query for index rows.</summary>
public interface IQueryIndex<T>
    where T : IIndex
{
    /// <summary>Adds a condition.</summary>
    IQueryIndex<T> Where(Expression<Func<T, bool>> predicate);

    /// <summary>Orders anew.</summary>
    IQueryIndex<T> OrderBy(Expression<Func<T, object>> keySelector);

    /// <inheritdoc cref="OrderBy" />
    IQueryIndex<T> OrderByDescending(Expression<Func<T, object>> keySelector);

    /// <summary>Leaves out the first rows.</summary>
    IQueryIndex<T> Skip(int count);

    /// <summary>Takes no more rows than this.</summary>
    IQueryIndex<T> Take(int count);

    /// <summary>The first row, or null.</summary>
    Task<T> FirstOrDefaultAsync();

    /// <inheritdoc cref="FirstOrDefaultAsync()" />
    Task<T> FirstOrDefaultAsync(CancellationToken cancellationToken = default);

    /// <summary>All rows.</summary>
    Task<IEnumerable<T>> ListAsync();

    /// <inheritdoc cref="ListAsync()" />
    Task<IEnumerable<T>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>How many rows there are without <see cref="Skip"/> and <see cref="Take"/>.</summary>
    Task<int> CountAsync();

    /// <inheritdoc cref="CountAsync()" />
    Task<int> CountAsync(CancellationToken cancellationToken = default);
}
