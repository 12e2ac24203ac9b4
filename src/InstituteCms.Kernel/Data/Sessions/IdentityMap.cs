using System.Text.Json;
using YesSql;

namespace InstituteCms.Kernel.Data;

/// <summary>A document object of a session and what is known of its stored form.</summary>
internal sealed class TrackedDocument
{
    public required object Item { get; init; }

    /// <summary>Id of the document; 0 for one that was never stored.</summary>
    public long Id { get; set; }

    /// <summary>As last read or written; null before.</summary>
    public Document? Stored { get; set; }

    /// <summary>Saved since the last commit: written whenever it has changed.</summary>
    public bool IsSaved { get; set; }

    public bool IsDeleted { get; set; }

    public bool ChecksConcurrency { get; set; }
}

/// <summary>The documents of a session: one object for each id.</summary>
internal sealed class IdentityMap
{
    private readonly Dictionary<object, TrackedDocument> _byItem = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, TrackedDocument> _byId = [];

    public IEnumerable<TrackedDocument> All => _byItem.Values;

    public TrackedDocument Track(object item)
    {
        if (!_byItem.TryGetValue(item, out var tracked))
        {
            tracked = _byItem[item] = new TrackedDocument { Item = item };
            Identify(tracked, DocumentType.Of(item.GetType()).GetId(item));
        }

        return tracked;
    }

    public TrackedDocument? Find(long id) => _byId.GetValueOrDefault(id);

    /// <summary>The object of a document read from the database: the one already here, or a new one.</summary>
    public object Load(Document stored, Type askedFor)
    {
        if (_byId.TryGetValue(stored.Id, out var known))
        {
            return known.Item;
        }

        var type = ClassOf(stored, askedFor);
        var item = JsonSerializer.Deserialize(stored.Content, type, DocumentJson.Options)
            ?? throw new InvalidDataException($"The document with id '{stored.Id}' is empty.");
        var documentType = DocumentType.Of(type);
        documentType.SetId(item, stored.Id);
        documentType.SetVersion(item, stored.Version);
        var tracked = _byItem[item] = new TrackedDocument { Item = item, Stored = stored };
        Identify(tracked, stored.Id);
        return item;
    }

    public void Identify(TrackedDocument tracked, long id)
    {
        tracked.Id = id;
        if (id > 0)
        {
            _byId[id] = tracked;
        }
    }

    public void Forget(object item)
    {
        if (_byItem.Remove(item, out var tracked) && _byId.GetValueOrDefault(tracked.Id) == tracked)
        {
            _byId.Remove(tracked.Id);
        }
    }

    public void Clear()
    {
        _byItem.Clear();
        _byId.Clear();
    }

    /// <summary>The class that was stored, where it still exists and is what was asked for.</summary>
    private static Type ClassOf(Document stored, Type askedFor) =>
        stored.Type != DocumentType.Of(askedFor).Name && Type.GetType(stored.Type) is { } type && askedFor.IsAssignableFrom(type) ? type : askedFor;
}
