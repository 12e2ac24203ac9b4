using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Kernel.Data;

internal sealed class IndexQuery<T> : IQueryIndex<T>
    where T : class, IIndex
{
    private readonly Session _session;
    private readonly QueryState _state;

    public IndexQuery(Session session)
    {
        _session = session;
        _state = new QueryState(session.Documents);
        _state.Join<T>();
    }

    public IQueryIndex<T> Where(Expression<Func<T, bool>> predicate)
    {
        _state.AddCondition(predicate);
        return this;
    }

    public IQueryIndex<T> OrderBy(Expression<Func<T, object>> keySelector) => Order(keySelector, false, anew: true);

    public IQueryIndex<T> OrderByDescending(Expression<Func<T, object>> keySelector) => Order(keySelector, true, anew: true);

    public IQueryIndex<T> Skip(int count)
    {
        _state.Skip = count;
        return this;
    }

    public IQueryIndex<T> Take(int count)
    {
        _state.Take = count;
        return this;
    }

    public Task<T> FirstOrDefaultAsync() => FirstOrDefaultAsync(default);

    public async Task<T> FirstOrDefaultAsync(CancellationToken cancellationToken = default) =>
        (await ReadAsync(take: 1, cancellationToken)).FirstOrDefault()!;

    public Task<IEnumerable<T>> ListAsync() => ListAsync(default);

    public async Task<IEnumerable<T>> ListAsync(CancellationToken cancellationToken = default) => await ReadAsync(null, cancellationToken);

    public async IAsyncEnumerable<T> ToAsyncEnumerable([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var row in await ReadAsync(null, cancellationToken))
        {
            yield return row;
        }
    }

    public Task<int> CountAsync() => CountAsync(default);

    public async Task<int> CountAsync(CancellationToken cancellationToken = default)
    {
        await _session.FlushAsync(cancellationToken);
        return (await _session.Database.QueryAsync<int>(_state.CountIndex(typeof(T)), _state.Parameters, cancellationToken)).Single();
    }

    private async Task<List<T>> ReadAsync(int? take, CancellationToken cancellationToken)
    {
        await _session.FlushAsync(cancellationToken);
        await using var reader = await _session.Database.ReadAsync(_state.SelectIndex(typeof(T), take), _state.Parameters, cancellationToken);
        return await IndexTable.ReadAsync<T>(reader, cancellationToken);
    }

    private IndexQuery<T> Order(Expression<Func<T, object>> key, bool descending, bool anew)
    {
        _state.AddOrder(key, descending, anew);
        return this;
    }
}
