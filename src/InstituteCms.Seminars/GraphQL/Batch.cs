using GraphQL.DataLoader;

namespace InstituteCms.GraphQL;

/// <summary>Collects what the fields of one query want, and loads it at once when the first of them needs it.</summary>
/// <typeparam name="TKey">What is wanted.</typeparam>
/// <typeparam name="TValue">What is loaded for it.</typeparam>
internal sealed class Batch<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue?> _loaded = [];
    private readonly HashSet<TKey> _wanted = [];
    private readonly SemaphoreSlim _session;
    private readonly Func<IReadOnlyCollection<TKey>, CancellationToken, Task<Func<TKey, TValue?>>> _load;

    public Batch(SemaphoreSlim session, Func<IReadOnlyCollection<TKey>, CancellationToken, Task<Func<TKey, TValue?>>> load) =>
        (_session, _load) = (session, load);

    /// <summary>What there will be for <paramref name="key"/>.</summary>
    public IDataLoaderResult Want(TKey key)
    {
        lock (_lock)
        {
            if (!_loaded.ContainsKey(key))
            {
                _wanted.Add(key);
            }
        }

        return new Result(this, key);
    }

    private async Task<object?> GetAsync(TKey key, CancellationToken cancellationToken)
    {
        await _session.WaitAsync(cancellationToken); // The session has one user at a time.
        try
        {
            await LoadAsync(cancellationToken);
            return _loaded.GetValueOrDefault(key);
        }
        finally
        {
            _session.Release();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        TKey[] wanted;
        lock (_lock)
        {
            wanted = [.. _wanted];
            _wanted.Clear();
        }

        if (wanted.Length == 0)
        {
            return;
        }

        var find = await _load(wanted, cancellationToken);
        lock (_lock)
        {
            foreach (var key in wanted)
            {
                _loaded[key] = find(key);
            }
        }
    }

    private sealed record Result(Batch<TKey, TValue> Batch, TKey Key) : IDataLoaderResult
    {
        public Task<object?> GetResultAsync(CancellationToken cancellationToken = default) => Batch.GetAsync(Key, cancellationToken);
    }
}
