using Microsoft.Extensions.Logging;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Builders;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Entities;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Kernel.Content;

/// <summary>The life of content items. Versions of one item are rows of their own; at most one is published and at most one is the latest.</summary>
internal sealed partial class ContentManager : IContentManager
{
    private readonly ISession _session;
    private readonly IContentDefinitionManager _definitions;
    private readonly ContentEvents _events;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly HashSet<ContentItem> _loaded = new(ReferenceEqualityComparer.Instance);

    public ContentManager(
        ISession session, IContentDefinitionManager definitions, ContentEvents events, IIdGenerator ids, TimeProvider time, ILogger<ContentManager> logger)
    {
        _session = session;
        _definitions = definitions;
        _events = events;
        _ids = ids;
        _time = time;
        _logger = logger;
    }

    public async Task<ContentItem> NewAsync(string contentType)
    {
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        var definition = await _definitions.GetTypeDefinitionAsync(contentType) ?? new ContentTypeDefinitionBuilder().WithName(contentType).Build();
        var item = new ContentItem { ContentType = definition.Name };

        await _events.FirstAsync(h => h.ActivatingAsync, new ActivatingContentContext(item) { ContentType = definition.Name, Definition = definition });
        item.ContentItemId = _ids.GenerateUniqueId();
        await _events.ThenAsync(h => h.ActivatedAsync, new ActivatedContentContext(item));
        await _events.AroundAsync(h => h.InitializingAsync, h => h.InitializedAsync, new InitializingContentContext(item));
        return item;
    }

    public async Task<bool> CreateAsync(ContentItem contentItem, VersionOptions? options = null)
    {
        options ??= VersionOptions.Published;

        if (string.IsNullOrEmpty(contentItem.ContentItemVersionId))
        {
            contentItem.ContentItemVersionId = _ids.GenerateUniqueId();
            contentItem.Published = true;
            contentItem.Latest = true;
        }

        if (options.IsDraft)
        {
            contentItem.Published = false;
            contentItem.Latest = true;
        }

        var creating = new CreateContentContext(contentItem);
        await _events.FirstAsync(h => h.CreatingAsync, creating);
        if (creating.Cancel)
        {
            return false;
        }

        await _session.SaveAsync(contentItem);
        _loaded.Add(contentItem);
        await _events.ThenAsync(h => h.CreatedAsync, creating);

        if (options.IsPublished)
        {
            await _events.AroundAsync(h => h.PublishingAsync, h => h.PublishedAsync, new PublishContentContext(contentItem, null));
        }

        return true;
    }

    public Task UpdateAsync(ContentItem contentItem) =>
        _events.AroundAsync(h => h.UpdatingAsync, h => h.UpdatedAsync, new UpdateContentContext(contentItem), () => _session.SaveAsync(contentItem));

    public async Task<ContentValidateResult> ValidateAsync(ContentItem contentItem)
    {
        var context = new ValidateContentContext(contentItem);
        await _events.AroundAsync(h => h.ValidatingAsync, h => h.ValidatedAsync, context);
        return context.ContentValidateResult;
    }

    public async Task<ContentItem?> GetAsync(string contentItemId, VersionOptions? options = null) =>
        string.IsNullOrEmpty(contentItemId) ? null : (await GetAsync([contentItemId], options)).FirstOrDefault();

    public async Task<IEnumerable<ContentItem>> GetAsync(IEnumerable<string> contentItemIds, VersionOptions? options = null)
    {
        options ??= VersionOptions.Published;
        var ids = contentItemIds?.Where(id => id is not null).Distinct().ToArray() ?? [];
        if (ids.Length == 0)
        {
            return [];
        }

        var query = _session.Query<ContentItem, ContentItemIndex>(x => x.ContentItemId.IsIn(ids));
        query = options switch
        {
            { IsDraftRequired: true } or { IsLatest: true } => query.Where(x => x.Latest),
            { IsDraft: true } => query.Where(x => x.Latest && !x.Published),
            _ => query.Where(x => x.Published),
        };

        var items = new List<ContentItem>();
        foreach (var item in await query.ListAsync())
        {
            await LoadAsync(item);
            items.Add(options.IsDraftRequired ? await AsDraftAsync(item) : item);
        }

        return [.. items.OrderBy(item => Array.IndexOf(ids, item.ContentItemId))];
    }

    public async Task<ContentItem?> GetVersionAsync(string contentItemVersionId)
    {
        var item = await _session.Query<ContentItem, ContentItemIndex>(x => x.ContentItemVersionId == contentItemVersionId).FirstOrDefaultAsync();
        return item is null ? null : await LoadAsync(item);
    }

    public async Task<IEnumerable<ContentItem>> GetAllVersionsAsync(string contentItemId) =>
        await this.LoadAsync(await _session.Query<ContentItem, ContentItemIndex>(x => x.ContentItemId == contentItemId).ListAsync());

    public async Task<ContentItem> LoadAsync(ContentItem contentItem)
    {
        if (_loaded.Add(contentItem))
        {
            await _events.AroundAsync(h => h.LoadingAsync, h => h.LoadedAsync, new LoadContentContext(contentItem));
        }

        return contentItem;
    }

    public async Task<bool> PublishAsync(ContentItem contentItem)
    {
        if (contentItem.Published)
        {
            return true;
        }

        var previous = await _session.Query<ContentItem, ContentItemIndex>(x => x.ContentItemId == contentItem.ContentItemId && x.Published).FirstOrDefaultAsync();
        var context = new PublishContentContext(contentItem, previous);
        await _events.FirstAsync(h => h.PublishingAsync, context);
        if (context.Cancel)
        {
            return false;
        }

        if (previous is not null)
        {
            await _session.SaveAsync(previous, checkConcurrency: true);
            previous.Published = false;
        }

        contentItem.Published = true;
        await _session.SaveAsync(contentItem, checkConcurrency: true);
        await _events.ThenAsync(h => h.PublishedAsync, context);
        return true;
    }

    public async Task<bool> UnpublishAsync(ContentItem contentItem)
    {
        if (!contentItem.Latest)
        {
            throw new InvalidOperationException("Only the latest version can be unpublished.");
        }

        var published = contentItem.Published ? contentItem : await GetAsync(contentItem.ContentItemId, VersionOptions.Published);
        if (published is null)
        {
            return true;
        }

        var context = new PublishContentContext(contentItem, published);
        await _events.FirstAsync(h => h.UnpublishingAsync, context);
        if (context.Cancel)
        {
            return false;
        }

        published.Published = false;
        published.ModifiedUtc = _time.GetUtcNow().UtcDateTime;
        await _session.SaveAsync(published, checkConcurrency: true);
        await _events.ThenAsync(h => h.UnpublishedAsync, context);
        return true;
    }

    public async Task SaveDraftAsync(ContentItem contentItem)
    {
        if (contentItem is { Latest: true, Published: false })
        {
            await _events.AroundAsync(
                h => h.DraftSavingAsync, h => h.DraftSavedAsync, new SaveDraftContentContext(contentItem), () => _session.SaveAsync(contentItem, checkConcurrency: true));
        }
    }

    public async Task DiscardDraftAsync(ContentItem contentItem)
    {
        if (contentItem.Published || !contentItem.Latest)
        {
            throw new InvalidOperationException("Only a draft can be discarded.");
        }

        var published = await GetAsync(contentItem.ContentItemId, VersionOptions.Published);
        await _events.AroundAsync(h => h.RemovingAsync, h => h.RemovedAsync, new RemoveContentContext(contentItem, published is null), () => FlagAsync(contentItem, latest: false));
        if (published is not null)
        {
            await FlagAsync(published, latest: true, published: true);
        }
    }

    public async Task<bool> RemoveAsync(ContentItem contentItem)
    {
        var active = (await ActiveVersionsAsync(contentItem.ContentItemId)).ToArray();
        if (active.Length == 0)
        {
            return true;
        }

        var context = new RemoveContentContext(contentItem, noActiveVersionLeft: true);
        await _events.FirstAsync(h => h.RemovingAsync, context);
        if (context.Cancel)
        {
            return false;
        }

        foreach (var version in active)
        {
            await FlagAsync(version, latest: false);
        }

        await _events.ThenAsync(h => h.RemovedAsync, context);
        return true;
    }

    public async Task<ContentValidateResult> RestoreAsync(ContentItem contentItem)
    {
        var draft = new ContentItem
        {
            ContentType = contentItem.ContentType,
            ContentItemId = contentItem.ContentItemId,
            ContentItemVersionId = _ids.GenerateUniqueId(),
            DisplayText = contentItem.DisplayText,
            Latest = true,
            CreatedUtc = contentItem.CreatedUtc,
            Owner = contentItem.Owner,
            Author = contentItem.Author,
            Data = ContentJson.Clone(contentItem.Data),
        };

        await _events.AroundAsync(h => h.UpdatingAsync, h => h.UpdatedAsync, new UpdateContentContext(draft));
        var result = await ValidateAsync(draft);
        if (!result.Succeeded)
        {
            await _session.CancelAsync();
            return result;
        }

        if (await GetAsync(contentItem.ContentItemId, VersionOptions.Latest) is { } latest)
        {
            latest.Latest = false;
            await _session.SaveAsync(latest, checkConcurrency: true);
        }

        await _session.SaveAsync(draft);
        _loaded.Add(draft);
        return result;
    }

    public async Task<ContentItem> CloneAsync(ContentItem contentItem)
    {
        var clone = await NewAsync(contentItem.ContentType);
        clone.DisplayText = contentItem.DisplayText;
        await CreateAsync(clone, VersionOptions.Draft);
        clone.Data = ContentJson.Clone(contentItem.Data);
        await _events.AroundAsync(h => h.CloningAsync, h => h.ClonedAsync, new CloneContentContext(contentItem, clone), () => _session.SaveAsync(clone));
        return clone;
    }

    public async Task<TAspect> PopulateAspectAsync<TAspect>(IContent content, TAspect aspect)
    {
        await _events.FirstAsync(h => h.GetContentItemAspectAsync, new ContentItemAspectContext { ContentItem = content.ContentItem, Aspect = aspect });
        return aspect;
    }

    /// <summary>The item itself where it is a draft or its type keeps one version; else a new version.</summary>
    private async Task<ContentItem> AsDraftAsync(ContentItem item)
    {
        if (item.Published)
        {
            if (await _definitions.GetTypeDefinitionAsync(item.ContentType) is { } definition && !definition.IsVersionable())
            {
                item.Published = false;
            }
            else
            {
                await _session.SaveAsync(item, checkConcurrency: true);
                item = await NewVersionAsync(item);
            }
        }

        await _session.SaveAsync(item, checkConcurrency: true);
        return item;
    }

    private async Task<ContentItem> NewVersionAsync(ContentItem existing)
    {
        existing.Latest = false;
        var draft = new ContentItem
        {
            ContentType = existing.ContentType,
            ContentItemId = existing.ContentItemId,
            ContentItemVersionId = _ids.GenerateUniqueId(),
            DisplayText = existing.DisplayText,
            Latest = true,
            Data = ContentJson.Clone(existing.Data),
        };

        await _events.AroundAsync(h => h.VersioningAsync, h => h.VersionedAsync, new VersionContentContext(existing, draft));
        _loaded.Add(draft);
        return draft;
    }

    private Task<IEnumerable<ContentItem>> ActiveVersionsAsync(string contentItemId) =>
        _session.Query<ContentItem, ContentItemIndex>(x => x.ContentItemId == contentItemId && (x.Published || x.Latest)).ListAsync();

    private Task FlagAsync(ContentItem version, bool latest, bool published = false)
    {
        version.Latest = latest;
        version.Published = published;
        return _session.SaveAsync(version);
    }
}
