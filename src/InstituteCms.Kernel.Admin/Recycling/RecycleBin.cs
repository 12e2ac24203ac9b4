using InstituteCms.Kernel.Audit;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Recycling;

/// <summary>Deleted items: found, brought back, deleted for good.</summary>
public sealed class RecycleBin
{
    private readonly ISession _session;
    private readonly IContentManager _contents;
    private readonly AuditTrail _audit;

    /// <summary>Works on the scope's session.</summary>
    public RecycleBin(ISession session, IContentManager contents, AuditTrail audit) => (_session, _contents, _audit) = (session, contents, audit);

    /// <summary>One page of it, each with its newest version, the last deleted first, and how many there are on all pages.</summary>
    public async Task<(IReadOnlyList<(DeletedItem Deleted, ContentItem Item)> Items, int Total)> ReadAsync(int page, int pageSize)
    {
        var query = _session.Query<DeletedItem, DeletedItemIndex>();
        var total = await query.CountAsync();
        var deleted = (await query.OrderByDescending(index => index.DeletedUtc).Skip((page - 1) * pageSize).Take(pageSize).ListAsync()).ToList();
        string[] ids = [.. deleted.Select(one => one.VersionId)];
        var versions = (await _session.Query<ContentItem, ContentItemIndex>(index => index.ContentItemVersionId.IsIn(ids)).ListAsync()).ToDictionary(item => item.ContentItemVersionId);
        return ([.. deleted.Where(one => versions.ContainsKey(one.VersionId)).Select(one => (one, versions[one.VersionId]))], total);
    }

    /// <summary>The deleted item and its newest version; null where it is not in the bin.</summary>
    public async Task<(DeletedItem Deleted, ContentItem Item)?> FindAsync(string contentItemId)
    {
        var deleted = await _session.Query<DeletedItem, DeletedItemIndex>(index => index.ContentItemId == contentItemId).FirstOrDefaultAsync();
        return deleted is not null && await _contents.GetVersionAsync(deleted.VersionId) is { } item ? (deleted, item) : null;
    }

    /// <summary>Brings an item back, as a draft or public as it was; false where it is not valid any more.</summary>
    public async Task<bool> RestoreAsync(DeletedItem deleted, ContentItem item, bool publish)
    {
        var published = publish && deleted.PublishedVersionId is { } id ? await _contents.GetVersionAsync(id) : null;
        if (published is not null && !await PublishAsync(published))
        {
            return false;
        }

        if (published?.ContentItemVersionId != deleted.VersionId && !(await _contents.RestoreAsync(item)).Succeeded)
        {
            return false;
        }

        _session.Delete(deleted);
        await _audit.RecordAsync(AuditActions.Restored, item.ContentItemId, item.DisplayText, item.ContentType);
        return true;
    }

    /// <summary>Deletes every version of an item.</summary>
    public async Task PurgeAsync(DeletedItem deleted)
    {
        foreach (var version in await _contents.GetAllVersionsAsync(deleted.ContentItemId))
        {
            _session.Delete(version);
        }

        _session.Delete(deleted);
        await _audit.RecordAsync(AuditActions.Purged, deleted.ContentItemId, deleted.Name);
    }

    private async Task<bool> PublishAsync(ContentItem version)
    {
        if (!(await _contents.RestoreAsync(version)).Succeeded
            || await _contents.GetAsync(version.ContentItemId, VersionOptions.Latest) is not { } draft
            || !await _contents.PublishAsync(draft))
        {
            return false;
        }

        draft.PublishedUtc = version.PublishedUtc; // It has been public since then.
        await _session.SaveAsync(draft);
        return true;
    }
}
