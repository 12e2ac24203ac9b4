using System.Text.Json;
using YesSql;
using YesSql.Indexes;

namespace InstituteCms.Kernel.Data;

/// <summary>Writes documents and keeps their index rows.</summary>
internal sealed class DocumentWriter
{
    private readonly DocumentStore _store;
    private readonly SessionConnection _connection;
    private readonly IdentityMap _documents;
    private readonly Dictionary<Type, IndexDescriptor[]> _indexes = [];
    private readonly Lazy<IIndexProvider[]> _scopedProviders;

    public DocumentWriter(DocumentStore store, SessionConnection connection, IdentityMap documents, Func<IEnumerable<IIndexProvider>> scopedProviders)
    {
        _store = store;
        _connection = connection;
        _documents = documents;
        _scopedProviders = new Lazy<IIndexProvider[]>(() => [.. scopedProviders()]);
    }

    /// <summary>Deletes first: what takes a deleted document's place, or row, may have its unique values.</summary>
    public async Task WriteAllAsync(CancellationToken cancellationToken)
    {
        foreach (var document in _documents.All.Where(d => d.IsDeleted).ToArray())
        {
            await DeleteAsync(document, cancellationToken);
        }

        var saved = _documents.All.Where(d => d.IsSaved).ToArray();
        var written = new List<TrackedDocument>();
        foreach (var document in saved.Where(d => d.Id > 0))
        {
            if (await UpdateAsync(document, cancellationToken))
            {
                written.Add(document);
            }
        }

        if (saved.Where(d => d.Id == 0).ToArray() is { Length: > 0 } added)
        {
            await InsertAsync(added, cancellationToken);
            written.AddRange(added);
        }

        await InsertIndexRowsAsync(written, cancellationToken);
    }

    private async Task DeleteAsync(TrackedDocument document, CancellationToken cancellationToken)
    {
        if (document.Id > 0)
        {
            await DeleteIndexRowsAsync(document, cancellationToken);
            await _connection.WriteAsync($"""DELETE FROM {_store.DocumentTable} WHERE "Id" = @Id""", new { document.Id }, cancellationToken);
        }

        _documents.Forget(document.Item);
    }

    private async Task InsertAsync(TrackedDocument[] documents, CancellationToken cancellationToken)
    {
        await _connection.BeginAsync(cancellationToken);
        var ids = await _connection.QueryAsync<long>(_store.Database.NextIds(_store.DocumentTableName, documents.Length), null, cancellationToken);
        foreach (var (document, id) in documents.Zip(ids))
        {
            var type = DocumentType.Of(document.Item.GetType());
            type.SetId(document.Item, id);
            type.SetVersion(document.Item, 1);
            document.Stored = new Document { Id = id, Type = type.Name, Content = ToJson(document.Item), Version = 1 };
        }

        await _connection.InsertAsync(_store.InsertDocuments, documents.Select(d => (object?[])[d.Stored!.Id, d.Stored.Type, d.Stored.Content, d.Stored.Version]), cancellationToken);
        foreach (var document in documents)
        {
            _documents.Identify(document, document.Stored!.Id);
        }
    }

    /// <summary>Writes what has changed, and takes its index rows away; false when nothing has.</summary>
    private async Task<bool> UpdateAsync(TrackedDocument document, CancellationToken cancellationToken)
    {
        var stored = document.Stored ??= await FindAsync(document.Id, cancellationToken)
            ?? throw new InvalidOperationException($"There is no document with id '{document.Id}' to update. Was a new one given an id?");
        if (ToJson(document.Item) == stored.Content)
        {
            return false;
        }

        var type = DocumentType.Of(document.Item.GetType());
        var expected = type.GetVersion(document.Item) is > 0 and var version ? version : stored.Version;
        type.SetVersion(document.Item, expected + 1);
        var content = ToJson(document.Item);
        var condition = document.ChecksConcurrency ? """ AND "Version" = @expected""" : "";
        var written = await _connection.WriteAsync(
            $"""UPDATE {_store.DocumentTable} SET "Content" = @content, "Version" = {(document.ChecksConcurrency ? "@expected" : "\"Version\"")} + 1 WHERE "Id" = @Id{condition}""",
            new { document.Id, content, expected },
            cancellationToken);
        if (written == 0 && document.ChecksConcurrency)
        {
            throw new ConcurrencyException(stored);
        }

        document.Stored = new Document { Id = stored.Id, Type = stored.Type, Content = content, Version = expected + 1 };
        await DeleteIndexRowsAsync(document, cancellationToken);
        return true;
    }

    private async Task<Document?> FindAsync(long id, CancellationToken cancellationToken) => (await _connection.QueryAsync<Document>(
        $"""{DocumentStore.SelectDocument}FROM {_store.DocumentTable} d WHERE d."Id" = @id""", new { id }, cancellationToken)).SingleOrDefault();

    private async Task DeleteIndexRowsAsync(TrackedDocument document, CancellationToken cancellationToken)
    {
        foreach (var indexType in IndexesOf(document).Select(i => i.IndexType).Distinct())
        {
            await _connection.WriteAsync(_store.IndexTable(indexType).Delete, new { DocumentId = document.Id }, cancellationToken);
        }
    }

    private async Task InsertIndexRowsAsync(IEnumerable<TrackedDocument> documents, CancellationToken cancellationToken)
    {
        var rows = new List<(IndexTable Table, object?[] Values)>();
        foreach (var document in documents)
        {
            foreach (var index in IndexesOf(document).Where(i => i.Filter?.Invoke(document.Item) != false))
            {
                var table = _store.IndexTable(index.IndexType);
                rows.AddRange((await index.Map(document.Item, cancellationToken)).Select(row => (table, table.Values(row, document.Id))));
            }
        }

        foreach (var ofTable in rows.GroupBy(row => row.Table, row => row.Values))
        {
            await _connection.InsertAsync(ofTable.Key.Insert, ofTable, cancellationToken);
        }
    }

    private IndexDescriptor[] IndexesOf(TrackedDocument document)
    {
        var type = document.Item.GetType();
        return _indexes.TryGetValue(type, out var known) ? known : _indexes[type] = [.. _store.Describe(type, _scopedProviders.Value)];
    }

    private static string ToJson(object document) => JsonSerializer.Serialize(document, document.GetType(), DocumentJson.Options);
}
