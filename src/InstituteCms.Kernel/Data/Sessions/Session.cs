using System.Data.Common;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Kernel.Data;

/// <inheritdoc cref="ISession" />
internal sealed class Session : ISession
{
    private readonly DocumentStore _store;
    private readonly IdentityMap _documents = new();
    private readonly DocumentWriter _writer;
    private bool _isFlushing;
    private bool _isCancelled;

    public Session(DocumentStore store, Func<IEnumerable<IIndexProvider>> scopedProviders)
    {
        _store = store;
        Database = new SessionConnection(store.Database);
        _writer = new DocumentWriter(store, Database, _documents, scopedProviders);
    }

    public IStore Store => _store;

    public DocumentStore Documents => _store;

    public SessionConnection Database { get; }

    public DbTransaction CurrentTransaction => Database.Transaction!;

    public Task SaveAsync(object obj) => SaveAsync(obj, false, null, default);

    public Task SaveAsync(object obj, bool checkConcurrency) => SaveAsync(obj, checkConcurrency, null, default);

    public Task SaveAsync(object obj, bool checkConcurrency, string collection) => SaveAsync(obj, checkConcurrency, collection, default);

    public Task SaveAsync(object obj, bool checkConcurrency = false, string? collection = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(obj);
        RefuseCollection(collection);
        var document = _documents.Track(obj);
        document.IsSaved = true;
        document.IsDeleted = false;
        document.ChecksConcurrency |= checkConcurrency;
        return Task.CompletedTask;
    }

    public void Delete(object item, string? collection = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        RefuseCollection(collection);
        var document = _documents.Track(item);
        document.IsDeleted = true;
        document.IsSaved = false;
    }

    public void Detach(object item, string? collection = null) => _documents.Forget(item);

    public Task<IEnumerable<T>> GetAsync<T>(long[] ids, string collection)
        where T : class => GetAsync<T>(ids, collection, default);

    public async Task<IEnumerable<T>> GetAsync<T>(long[] ids, string? collection = null, CancellationToken cancellationToken = default)
        where T : class
    {
        RefuseCollection(collection);
        await FlushAsync(cancellationToken);
        var missing = ids.Where(id => _documents.Find(id) is null).Distinct().ToArray();
        if (missing.Length > 0)
        {
            await LoadAsync<T>($"""{DocumentStore.SelectDocument}FROM {_store.DocumentTable} d WHERE d."Id" IN ({string.Join(", ", missing)})""", null, cancellationToken);
        }

        return [.. ids.Select(id => _documents.Find(id)?.Item).OfType<T>()];
    }

    public IQuery Query(string? collection = null)
    {
        RefuseCollection(collection);
        return new Query(this);
    }

    public Task CancelAsync()
    {
        _isCancelled = true;
        Database.Rollback();
        return Task.CompletedTask;
    }

    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_isFlushing || _isCancelled)
        {
            return;
        }

        _isFlushing = true;
        try
        {
            await _writer.WriteAllAsync(cancellationToken);
        }
        catch
        {
            await CancelAsync();
            throw;
        }
        finally
        {
            _isFlushing = false;
        }
    }

    public Task SaveChangesAsync() => SaveChangesAsync(default);

    public async Task SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        await FlushAsync(cancellationToken);
        if (_isCancelled)
        {
            Database.Rollback();
            return;
        }

        await Database.CommitAsync(cancellationToken);
        Database.Close();
        foreach (var document in _documents.All)
        {
            document.IsSaved = document.ChecksConcurrency = false;
        }
    }

    public Task<DbConnection> CreateConnectionAsync(CancellationToken cancellationToken = default) => Database.OpenAsync(cancellationToken);

    public Task<DbTransaction> BeginTransactionAsync() => Database.BeginAsync(default);

    public Task<DbTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => Database.BeginAsync(cancellationToken);

    /// <summary>Runs a query for documents and gives this session's objects for them.</summary>
    public async Task<List<T>> LoadAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
        where T : class =>
        [.. (await Database.QueryAsync<Document>(sql, parameters, cancellationToken)).Select(d => _documents.Load(d, typeof(T))).OfType<T>()];

    public void Dispose()
    {
        _documents.Clear();
        Database.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void RefuseCollection(string? collection)
    {
        if (!string.IsNullOrEmpty(collection))
        {
            throw new NotSupportedException("The kernel's store has no collections.");
        }
    }
}
