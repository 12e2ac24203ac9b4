using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Archiving;

/// <summary>Puts items into the archive and takes them out: they stay public, and leave the list that editors work with.</summary>
public sealed class Archive
{
    private readonly Dictionary<string, ArchiveEntry?> _known = [];
    private readonly ISession _session;
    private readonly IClock _clock;

    public Archive(ISession session, IClock clock)
    {
        _session = session;
        _clock = clock;
    }

    /// <summary>The entry of an item that is in the archive.</summary>
    public async Task<ArchiveEntry?> FindAsync(string contentItemId)
    {
        if (!_known.TryGetValue(contentItemId, out var entry))
        {
            entry = await _session.Query<ArchiveEntry, ArchiveEntryIndex>(x => x.ContentItemId == contentItemId && x.Archived).FirstOrDefaultAsync();
            _known[contentItemId] = entry;
        }

        return entry;
    }

    /// <summary>Changes those that are not yet so.</summary>
    /// <returns>How many were changed, and the batch to undo it by.</returns>
    public async Task<(int Count, string Batch)> SetAsync(IReadOnlyCollection<string> contentItemIds, bool archived, string by)
    {
        var entries = (await _session.Query<ArchiveEntry, ArchiveEntryIndex>(x => x.ContentItemId.IsIn(contentItemIds)).ListAsync())
            .GroupBy(entry => entry.ContentItemId)
            .ToDictionary(group => group.Key, group => group.ToList());
        var (count, batch) = (0, Guid.NewGuid().ToString("N"));
        foreach (var id in contentItemIds)
        {
            var known = entries.GetValueOrDefault(id) ?? [new ArchiveEntry { ContentItemId = id }];
            if (known.Any(entry => entry.Archived != archived))
            {
                count++;
                foreach (var entry in known)
                {
                    await SaveAsync(entry, archived, by, batch);
                }
            }
        }

        return (count, batch);
    }

    /// <summary>The entries that were changed at once, and not since.</summary>
    public async Task<IReadOnlyList<ArchiveEntry>> FindBatchAsync(string? batch) =>
        string.IsNullOrEmpty(batch) ? [] : [.. await _session.Query<ArchiveEntry, ArchiveEntryIndex>(x => x.Batch == batch).ListAsync()];

    /// <summary>Makes an entry what it was.</summary>
    public Task UndoAsync(ArchiveEntry entry, string by) => SaveAsync(entry, !entry.Archived, by, batch: null);

    private async Task SaveAsync(ArchiveEntry entry, bool archived, string by, string? batch)
    {
        (entry.Archived, entry.ChangedBy, entry.ChangedUtc, entry.Batch) = (archived, by, _clock.UtcNow, batch);
        await _session.SaveAsync(entry);
        _known.Remove(entry.ContentItemId);
    }
}
