using System.Security.Claims;
using InstituteCms.Kernel.Admin.Recycling;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Contents;
using OrchardCore.Entities;
using OrchardCore.Security.Permissions;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>Publishes, withdraws and deletes many items at once, and takes that back: no version is ever lost.</summary>
public sealed class ContentBatches
{
    /// <summary>The most items of one batch.</summary>
    public const int MaxItems = 100;

    private static readonly ItemState _gone = new(null, null, null, null);

    private readonly IContentManager _contents;
    private readonly ISession _session;
    private readonly IAuthorizationService _authorization;
    private readonly IIdGenerator _ids;
    private readonly RecycleBin _bin;

    /// <summary>Works in the scope's session.</summary>
    public ContentBatches(IContentManager contents, ISession session, IAuthorizationService authorization, IIdGenerator ids, RecycleBin bin)
    {
        _contents = contents;
        _session = session;
        _authorization = authorization;
        _ids = ids;
        _bin = bin;
    }

    /// <summary>Does it to those items for which the user may; those that stand so already are left alone.</summary>
    public async Task<ContentBatch> RunAsync(ClaimsPrincipal user, BatchAction action, IEnumerable<string> contentItemIds)
    {
        var ids = contentItemIds.Distinct().Take(MaxItems).ToList();
        var before = await StatesAsync(ids);
        var items = (await _contents.GetAsync(ids, VersionOptions.Latest)).ToDictionary(item => item.ContentItemId);
        var refused = 0;
        foreach (var item in items.Values.Where(item => IsWork(action, before[item.ContentItemId])))
        {
            if (!await _authorization.AuthorizeAsync(user, PermissionFor(action), item) || !await DoAsync(action, item))
            {
                refused++;
            }
        }

        var after = await StatesAsync(ids);
        var changed = ids.Where(id => before[id] != after[id]).Select(id => new BatchEntry(id, items[id].ToString(), before[id], after[id]));
        return new ContentBatch(_ids.GenerateUniqueId(), action, [.. changed], refused);
    }

    /// <summary>Restores the versions as they were, of those items that nobody changed since.</summary>
    public async Task<UndoOutcome> UndoAsync(ClaimsPrincipal user, ContentBatch batch)
    {
        var now = await StatesAsync([.. batch.Entries.Select(entry => entry.ContentItemId)]);
        var restored = 0;
        foreach (var entry in batch.Entries.Where(entry => now[entry.ContentItemId] == entry.After))
        {
            if (await (batch.Action == BatchAction.Delete ? BringBackAsync(user, entry) : RestoreAsync(user, entry.Before)))
            {
                restored++;
            }
        }

        return new UndoOutcome(restored, batch.Entries.Count - restored);
    }

    private static bool IsWork(BatchAction action, ItemState state) => action switch
    {
        BatchAction.Publish => state.Latest != state.Published,
        BatchAction.Unpublish => state.Published is not null,
        _ => state.Latest is not null,
    };

    private static Permission PermissionFor(BatchAction action) =>
        action == BatchAction.Delete ? CommonPermissions.DeleteContent : CommonPermissions.PublishContent;

    private async Task<bool> DoAsync(BatchAction action, ContentItem item) => action switch
    {
        BatchAction.Publish => (await _contents.ValidateAsync(item)).Succeeded && await _contents.PublishAsync(item),
        BatchAction.Unpublish => await _contents.UnpublishAsync(item),
        _ => await _contents.RemoveAsync(item),
    };

    private async Task<bool> BringBackAsync(ClaimsPrincipal user, BatchEntry entry)
    {
        if (await _bin.FindAsync(entry.ContentItemId) is not var (deleted, item) || !await _authorization.AuthorizeAsync(user, CommonPermissions.DeleteContent, item))
        {
            return false;
        }

        var isPublic = deleted.PublishedVersionId is not null;
        return (!isPublic || await _authorization.AuthorizeAsync(user, CommonPermissions.PublishContent, item))
            && (await _contents.ValidateAsync(await VersionAsync(deleted.PublishedVersionId) ?? item)).Succeeded // A refusal by the bin would take back the others, too.
            && await _bin.RestoreAsync(deleted, item, isPublic);
    }

    private async Task<bool> RestoreAsync(ClaimsPrincipal user, ItemState before)
    {
        if (await VersionAsync(before.Latest) is not { } latest || !await _authorization.AuthorizeAsync(user, CommonPermissions.PublishContent, latest))
        {
            return false;
        }

        // Meanwhile its address may belong to another item.
        var published = before.Published == before.Latest ? latest : await VersionAsync(before.Published);
        if (!(await _contents.ValidateAsync(published ?? latest)).Succeeded)
        {
            return false;
        }

        latest.Latest = true;
        await _session.SaveAsync(latest);
        if (published is null)
        {
            return await BackToDraftAsync(latest);
        }

        if (!await _contents.PublishAsync(published))
        {
            return false;
        }

        published.PublishedUtc = before.PublishedUtc;
        await _session.SaveAsync(published);
        return true;
    }

    private async Task<bool> BackToDraftAsync(ContentItem latest)
    {
        if (latest.Published)
        {
            return await _contents.UnpublishAsync(latest);
        }

        await _contents.SaveDraftAsync(latest);
        return true;
    }

    private async Task<ContentItem?> VersionAsync(string? versionId) => versionId is null ? null : await _contents.GetVersionAsync(versionId);

    private async Task<Dictionary<string, ItemState>> StatesAsync(IReadOnlyList<string> ids)
    {
        var rows = (await _session
            .QueryIndex<ContentItemIndex>(x => x.ContentItemId.IsIn(ids) && (x.Latest || x.Published))
            .ListAsync()).ToLookup(row => row.ContentItemId);
        return ids.ToDictionary(id => id, id => State([.. rows[id]]));

        static ItemState State(IReadOnlyList<ContentItemIndex> versions)
        {
            var latest = versions.FirstOrDefault(version => version.Latest);
            var published = versions.FirstOrDefault(version => version.Published);
            return latest is null && published is null
                ? _gone
                : new(latest?.ContentItemVersionId, published?.ContentItemVersionId, latest?.ModifiedUtc, published?.PublishedUtc);
        }
    }
}
