using System.Linq.Expressions;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Kernel.Data;

internal sealed class Query : IQuery
{
    private readonly Session _session;

    public Query(Session session) => _session = session;

    public IQuery<T> For<T>(bool filterType = true)
        where T : class
    {
        var state = new QueryState(_session.Documents);
        if (filterType && typeof(T) != typeof(object))
        {
            state.AddDocumentType(typeof(T));
        }

        return new DocumentQuery<T>(_session, state);
    }

    public IQueryIndex<T> ForIndex<T>()
        where T : class, IIndex => new IndexQuery<T>(_session);
}

internal class DocumentQuery<T> : IQuery<T>
    where T : class
{
    private const string Or = " OR ";

    private readonly Session _session;

    public DocumentQuery(Session session, QueryState state)
    {
        _session = session;
        State = state;
    }

    protected QueryState State { get; }

    public IQuery<T, TIndex> With<TIndex>()
        where TIndex : class, IIndex
    {
        State.Join<TIndex>();
        return new DocumentQuery<T, TIndex>(_session, State);
    }

    public IQuery<T, TIndex> With<TIndex>(Expression<Func<TIndex, bool>> predicate)
        where TIndex : class, IIndex => With<TIndex>().Where(predicate);

    public IQuery<T> Any(params Func<IQuery<T>, IQuery<T>>[] predicates) => Combine(Or, predicates);

    public IQuery<T> All(params Func<IQuery<T>, IQuery<T>>[] predicates) => Combine(" AND ", predicates);

    public IQuery<T> NoDuplicates()
    {
        State.HasNoDuplicates = true;
        return this;
    }

    public IQuery<T> Skip(int count)
    {
        State.Skip = count;
        return this;
    }

    public IQuery<T> Take(int count)
    {
        State.Take = count;
        return this;
    }

    public Task<T> FirstOrDefaultAsync() => FirstOrDefaultAsync(default);

    public async Task<T> FirstOrDefaultAsync(CancellationToken cancellationToken = default) =>
        (await LoadAsync(take: 1, cancellationToken)).FirstOrDefault()!;

    public Task<IEnumerable<T>> ListAsync() => ListAsync(default);

    public async Task<IEnumerable<T>> ListAsync(CancellationToken cancellationToken = default) => await LoadAsync(null, cancellationToken);

    public IAsyncEnumerable<T> ToAsyncEnumerable() => ToAsyncEnumerable(default);

    public async IAsyncEnumerable<T> ToAsyncEnumerable([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var item in await LoadAsync(null, cancellationToken))
        {
            yield return item;
        }
    }

    public Task<int> CountAsync() => CountAsync(default);

    public async Task<int> CountAsync(CancellationToken cancellationToken = default)
    {
        await _session.FlushAsync(cancellationToken);
        return (await _session.Database.QueryAsync<int>(State.CountDocuments(), State.Parameters, cancellationToken)).Single();
    }

    private async Task<List<T>> LoadAsync(int? take, CancellationToken cancellationToken)
    {
        await _session.FlushAsync(cancellationToken);
        if (!State.IsPageOfMany(take))
        {
            return await _session.LoadAsync<T>(State.SelectDocuments(take), State.Parameters, cancellationToken);
        }

        // Sorted without the documents' text, which only those of the page are read for.
        var ids = await _session.Database.QueryAsync<long>(State.SelectIds(take), State.Parameters, cancellationToken);
        return [.. await _session.GetAsync<T>([.. ids], cancellationToken: cancellationToken)];
    }

    private DocumentQuery<T> Combine(string sign, Func<IQuery<T>, IQuery<T>>[] predicates)
    {
        var inner = predicates.Select(predicate =>
        {
            var state = State.Inner();
            predicate(new DocumentQuery<T>(_session, state));
            return state;
        }).ToArray();
        if (inner.Length > 0)
        {
            State.AddGroup(sign == Or && inner.All(state => state.IsOfOneIndex)
                ? QueryState.ToUnion(inner)
                : $"({string.Join(sign, inner.Select(state => state.ToCondition()))})");
        }

        return this;
    }
}

internal sealed class DocumentQuery<T, TIndex> : DocumentQuery<T>, IQuery<T, TIndex>
    where T : class
    where TIndex : class, IIndex
{
    public DocumentQuery(Session session, QueryState state)
        : base(session, state)
    {
    }

    public IQuery<T, TIndex> Where(Expression<Func<TIndex, bool>> predicate)
    {
        State.AddCondition(predicate);
        return this;
    }

    public IQuery<T, TIndex> OrderBy(Expression<Func<TIndex, object>> keySelector) => Order(keySelector, false, anew: true);

    public IQuery<T, TIndex> OrderByDescending(Expression<Func<TIndex, object>> keySelector) => Order(keySelector, true, anew: true);

    public IQuery<T, TIndex> ThenBy(Expression<Func<TIndex, object>> keySelector) => Order(keySelector, false, anew: false);

    public IQuery<T, TIndex> ThenByDescending(Expression<Func<TIndex, object>> keySelector) => Order(keySelector, true, anew: false);

    private DocumentQuery<T, TIndex> Order(Expression<Func<TIndex, object>> key, bool descending, bool anew)
    {
        State.AddOrder(key, descending, anew);
        return this;
    }
}
