using YesSql.Indexes;

namespace InstituteCms.Kernel.Data;

internal abstract class IndexMap<T>
{
    public abstract IndexDescriptor ToDescriptor();
}

internal sealed class IndexMap<T, TIndex> : IndexMap<T>, IMapFor<T, TIndex>, IGroupFor<TIndex>
    where TIndex : class, IIndex
{
    private Func<T, bool>? _filter;
    private Func<T, CancellationToken, Task<IEnumerable<TIndex>>> _map = (_, _) => Rows([]);

    public IMapFor<T, TIndex> When(Func<T, bool> predicate)
    {
        _filter = predicate;
        return this;
    }

    public IGroupFor<TIndex> Map(Func<T, TIndex> map) => Set((document, _) => Rows([map(document)]));

    public IGroupFor<TIndex> Map(Func<T, IEnumerable<TIndex>> map) => Set((document, _) => Rows(map(document)));

    public IGroupFor<TIndex> Map(Func<T, Task<TIndex>> map) => Set(async (document, _) => [await map(document)]);

    public IGroupFor<TIndex> Map(Func<T, Task<IEnumerable<TIndex>>> map) => Set((document, _) => map(document));

    public IGroupFor<TIndex> Map(Func<T, CancellationToken, Task<TIndex>> map) =>
        Set(async (document, cancellationToken) => [await map(document, cancellationToken)]);

    public IGroupFor<TIndex> Map(Func<T, CancellationToken, Task<IEnumerable<TIndex>>> map) => Set(map);

    public override IndexDescriptor ToDescriptor() => new()
    {
        Type = typeof(T),
        IndexType = typeof(TIndex),
        Filter = _filter is null ? null : document => _filter((T)document),
        Map = async (document, cancellationToken) => (await _map((T)document, cancellationToken) ?? []).Where(row => row is not null),
    };

    private static Task<IEnumerable<TIndex>> Rows(IEnumerable<TIndex> rows) => Task.FromResult(rows);

    private IndexMap<T, TIndex> Set(Func<T, CancellationToken, Task<IEnumerable<TIndex>>> map)
    {
        _map = map;
        return this;
    }
}
