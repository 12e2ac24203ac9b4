using OrchardCore;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace InstituteCms.Kernel.Content;

/// <summary>All types and parts of a tenant, built from the stored record.</summary>
internal sealed class DefinitionSet
{
    private readonly Dictionary<string, ContentTypeDefinition> _types;
    private readonly Dictionary<string, ContentPartDefinition> _parts;

    public DefinitionSet(ContentDefinitionRecord record)
    {
        _parts = record.ContentPartDefinitionRecords.ToDictionary(part => part.Name, ToPart, StringComparer.OrdinalIgnoreCase);
        _types = record.ContentTypeDefinitionRecords.ToDictionary(type => type.Name, ToType, StringComparer.OrdinalIgnoreCase);
    }

    public string Identifier { get; } = IdGenerator.GenerateId();

    public IEnumerable<ContentTypeDefinition> Types => _types.Values;

    public IEnumerable<ContentPartDefinition> Parts => _parts.Values;

    public ContentTypeDefinition? Type(string? name) => name is null ? null : _types.GetValueOrDefault(name);

    public ContentPartDefinition? Part(string? name) => name is null ? null : _parts.GetValueOrDefault(name);

    private static ContentPartDefinition ToPart(ContentPartDefinitionRecord record) => new(
        record.Name,
        record.ContentPartFieldDefinitionRecords.Select(field => new ContentPartFieldDefinition(
            new ContentFieldDefinition(field.FieldName), field.Name, field.Settings ?? ContentJson.NewObject())),
        record.Settings ?? ContentJson.NewObject());

    private ContentTypeDefinition ToType(ContentTypeDefinitionRecord record) => new(
        record.Name,
        record.DisplayName,
        record.ContentTypePartDefinitionRecords.Select(part => new ContentTypePartDefinition(
            part.Name, Part(part.PartName) ?? new ContentPartDefinition(part.PartName), part.Settings ?? ContentJson.NewObject())),
        record.Settings ?? ContentJson.NewObject());
}

/// <summary>The tenant's definitions as last committed. Other processes on the same database see a change when they restart.</summary>
internal sealed class DefinitionCache
{
    private readonly Lock _lock = new();
    private DefinitionSet? _set;

    public int Version { get; private set; }

    public DefinitionSet? Set
    {
        get
        {
            lock (_lock)
            {
                return _set;
            }
        }
    }

    /// <summary>Keeps <paramref name="set"/>, unless something changed since <paramref name="version"/>.</summary>
    public void Keep(DefinitionSet set, int version)
    {
        lock (_lock)
        {
            _set = version == Version ? set : null;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            Version++;
            _set = null;
        }
    }
}

/// <summary>Reads through the cache until this scope changes something; from then on it sees its own changes.</summary>
internal sealed class ContentDefinitionManager : IContentDefinitionManager
{
    private readonly ISession _session;
    private readonly DefinitionCache _cache;
    private ContentDefinitionRecord? _record;
    private DefinitionSet? _own;
    private bool _changed;

    public ContentDefinitionManager(ISession session, DefinitionCache cache)
    {
        _session = session;
        _cache = cache;
    }

    public async Task<IEnumerable<ContentTypeDefinition>> ListTypeDefinitionsAsync() => (await GetAsync()).Types;

    public async Task<ContentTypeDefinition?> LoadTypeDefinitionAsync(string name) => (await LoadAsync()).Type(name);

    public async Task<ContentTypeDefinition?> GetTypeDefinitionAsync(string name) => (await GetAsync()).Type(name);

    public async Task<ContentPartDefinition?> LoadPartDefinitionAsync(string name) => (await LoadAsync()).Part(name);

    public async Task<ContentPartDefinition?> GetPartDefinitionAsync(string name) => (await GetAsync()).Part(name);

    public async Task DeleteTypeDefinitionAsync(string name)
    {
        var record = await RecordAsync();
        if (record.ContentTypeDefinitionRecords.FirstOrDefault(type => Same(type.Name, name)) is { } type)
        {
            record.ContentTypeDefinitionRecords.Remove(type);
            await ChangedAsync(record);
        }
    }

    public async Task StoreTypeDefinitionAsync(ContentTypeDefinition contentTypeDefinition)
    {
        var record = await RecordAsync();
        var type = record.ContentTypeDefinitionRecords.FirstOrDefault(stored => Same(stored.Name, contentTypeDefinition.Name));
        if (type is null)
        {
            record.ContentTypeDefinitionRecords.Add(type = new ContentTypeDefinitionRecord { Name = contentTypeDefinition.Name });
        }

        type.DisplayName = contentTypeDefinition.DisplayName;
        type.Settings = ContentJson.Clone(contentTypeDefinition.Settings);
        type.ContentTypePartDefinitionRecords = [.. contentTypeDefinition.Parts.Select(part => new ContentTypePartDefinitionRecord
        {
            Name = part.Name,
            PartName = part.PartDefinition.Name,
            Settings = ContentJson.Clone(part.Settings),
        })];

        foreach (var partName in contentTypeDefinition.Parts.Select(part => part.PartDefinition.Name))
        {
            if (!record.ContentPartDefinitionRecords.Any(part => Same(part.Name, partName)))
            {
                record.ContentPartDefinitionRecords.Add(new ContentPartDefinitionRecord { Name = partName, Settings = ContentJson.NewObject() });
            }
        }

        await ChangedAsync(record);
    }

    public async Task StorePartDefinitionAsync(ContentPartDefinition contentPartDefinition)
    {
        var record = await RecordAsync();
        var part = record.ContentPartDefinitionRecords.FirstOrDefault(stored => Same(stored.Name, contentPartDefinition.Name));
        if (part is null)
        {
            record.ContentPartDefinitionRecords.Add(part = new ContentPartDefinitionRecord { Name = contentPartDefinition.Name });
        }

        part.Settings = ContentJson.Clone(contentPartDefinition.Settings);
        part.ContentPartFieldDefinitionRecords = [.. contentPartDefinition.Fields.Select(field => new ContentPartFieldDefinitionRecord
        {
            Name = field.Name,
            FieldName = field.FieldDefinition.Name,
            Settings = ContentJson.Clone(field.Settings),
        })];
        await ChangedAsync(record);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private async Task<DefinitionSet> GetAsync()
    {
        if (_changed)
        {
            return await LoadAsync();
        }

        if (_cache.Set is { } cached)
        {
            return cached;
        }

        var version = _cache.Version;
        var set = new DefinitionSet(await RecordAsync());
        _cache.Keep(set, version);
        return set;
    }

    private async Task<DefinitionSet> LoadAsync() => _own ??= new DefinitionSet(await RecordAsync());

    private async Task<ContentDefinitionRecord> RecordAsync() =>
        _record ??= await _session.Query<ContentDefinitionRecord>().FirstOrDefaultAsync() ?? new ContentDefinitionRecord();

    private async Task ChangedAsync(ContentDefinitionRecord record)
    {
        _own = null;
        await _session.SaveAsync(record);
        _cache.Clear();

        if (!_changed)
        {
            _changed = true;
            ShellScope.RegisterBeforeDispose(
                _ =>
                {
                    _cache.Clear();
                    return Task.CompletedTask;
                },
                last: true);
        }
    }
}
