using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Notify;
using ContentItem = OrchardCore.ContentManagement.ContentItem;

namespace InstituteCms.Kernel.Admin.Recycling;

/// <summary>One deleted item, and what may be done with it.</summary>
public sealed record BinEntry(DeletedItem Deleted, string ContentType, bool MayPublish, bool MayPurge);

/// <summary>One page of the bin.</summary>
public sealed record BinViewModel(IReadOnlyList<BinEntry> Entries, int Page, int Pages);

/// <summary>Asks before an item goes for good.</summary>
public sealed record BinConfirmViewModel(string ContentItemId, string Name);

/// <summary>The recycle bin.</summary>
[Area("OrchardCore.Contents")]
public sealed class RecycleBinController : Controller
{
    private const int PageSize = 50;

    private readonly RecycleBin _bin;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the bin.</summary>
    public RecycleBinController(RecycleBin bin, IAuthorizationService authorization, INotifier notifier, IHtmlLocalizer<RecycleBinController> localizer)
    {
        _bin = bin;
        _authorization = authorization;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>What the user could have deleted, the last deleted first.</summary>
    [Admin("Contents/Bin", "RecycleBin")]
    public async Task<IActionResult> Index(int page = 1)
    {
        if (!await _authorization.AuthorizeAsync(User, CommonPermissions.ListContent))
        {
            return Forbid();
        }

        page = Math.Max(1, page);
        var (items, total) = await _bin.ReadAsync(page, PageSize);
        var mayPurge = await MayPurgeAsync();
        var entries = new List<BinEntry>();
        foreach (var (deleted, item) in items)
        {
            if (await MayAsync(item))
            {
                entries.Add(new BinEntry(deleted, item.ContentType, deleted.PublishedVersionId is not null && await MayPublishAsync(item), mayPurge));
            }
        }

        return View(new BinViewModel(entries, page, Math.Max(1, (total + PageSize - 1) / PageSize)));
    }

    /// <summary>Brings an item back: as a draft, or public as it was.</summary>
    [HttpPost]
    [Admin("Contents/Bin/{contentItemId}/Restore", "RestoreContentItem")]
    public async Task<IActionResult> Restore(string contentItemId, bool asItWas)
    {
        if (await _bin.FindAsync(contentItemId) is not var (deleted, item))
        {
            return NotFound();
        }

        var publish = asItWas && deleted.PublishedVersionId is not null;
        if (!await MayAsync(item) || (publish && !await MayPublishAsync(item)))
        {
            return Forbid();
        }

        if (!await _bin.RestoreAsync(deleted, item, publish))
        {
            await _notifier.ErrorAsync(H["“{0}” could not be brought back: it is not valid any more.", deleted.Name]);
            return RedirectToAction(nameof(Index));
        }

        await _notifier.SuccessAsync(publish ? H["“{0}” is back, and public as it was.", deleted.Name] : H["“{0}” is back as a draft.", deleted.Name]);
        return RedirectToAction("List", "Admin", new { contentTypeId = item.ContentType });
    }

    /// <summary>Asks before an item goes for good.</summary>
    [Admin("Contents/Bin/{contentItemId}/Purge", "PurgeContentItem")]
    public async Task<IActionResult> Purge(string contentItemId) => await _bin.FindAsync(contentItemId) switch
    {
        null => NotFound(),
        { } found when await MayPurgeAsync() => View("Confirm", new BinConfirmViewModel(contentItemId, found.Deleted.Name)),
        _ => Forbid(),
    };

    /// <summary>Deletes an item for good, with all its versions.</summary>
    [HttpPost, ActionName("Purge")]
    [Admin("Contents/Bin/{contentItemId}/Purge", "PurgeContentItem")]
    public async Task<IActionResult> PurgePost(string contentItemId)
    {
        if (!await MayPurgeAsync())
        {
            return Forbid();
        }

        if (await _bin.FindAsync(contentItemId) is not var (deleted, _))
        {
            return NotFound();
        }

        await _bin.PurgeAsync(deleted);
        await _notifier.SuccessAsync(H["“{0}” is deleted for good.", deleted.Name]);
        return RedirectToAction(nameof(Index));
    }

    private Task<bool> MayAsync(ContentItem item) => _authorization.AuthorizeAsync(User, CommonPermissions.DeleteContent, item);

    private Task<bool> MayPublishAsync(ContentItem item) => _authorization.AuthorizeAsync(User, CommonPermissions.PublishContent, item);

    private Task<bool> MayPurgeAsync() => _authorization.AuthorizeAsync(User, BinPermissions.DeleteForGood);
}
