using System.Text.Json.Nodes;
using InstituteCms.Kernel.Admin.Drafts;
using InstituteCms.Kernel.Admin.Recycling;
using InstituteCms.Kernel.Content;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Security.Permissions;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>Finds, writes, publishes and removes content.</summary>
[Area("OrchardCore.Contents")]
[KeepsForm]
public sealed partial class AdminController : Controller
{
    private readonly ContentList _list;
    private readonly IContentManager _contents;
    private readonly IContentItemDisplayManager _display;
    private readonly IContentDefinitionManager _definitions;
    private readonly IAuthorizationService _authorization;
    private readonly IUpdateModelAccessor _updater;
    private readonly INotifier _notifier;
    private readonly ISession _session;
    private readonly Drafting _drafting;
    private readonly RecycleBin _bin;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the content pages.</summary>
    public AdminController(
        ContentList list, IContentManager contents, IContentItemDisplayManager display, IContentDefinitionManager definitions,
        IAuthorizationService authorization, IUpdateModelAccessor updater, INotifier notifier, ISession session, Drafting drafting, RecycleBin bin,
        IHtmlLocalizer<AdminController> localizer)
    {
        _list = list;
        _contents = contents;
        _display = display;
        _definitions = definitions;
        _authorization = authorization;
        _updater = updater;
        _notifier = notifier;
        _session = session;
        _drafting = drafting;
        _bin = bin;
        H = localizer;
    }

    /// <summary>The list of items, of one type or of all.</summary>
    [Admin("Contents/ContentItems/{contentTypeId?}", "ListContentItems")]
    public async Task<IActionResult> List(string? contentTypeId, ContentListOptions options)
    {
        var page = await _list.BuildAsync(User, contentTypeId, options, _updater.ModelUpdater);
        return page is null ? Forbid() : View(page);
    }

    /// <summary>The empty form.</summary>
    [Admin("Contents/ContentTypes/{id}/Create", "CreateContentItem")]
    public async Task<IActionResult> Create(string id, string? parked)
    {
        if (await NewAsync(id) is not { } item)
        {
            return NotFound();
        }

        return await MayAsync(CommonPermissions.EditContent, item)
            ? await ParkedAsync(item, parked) ?? await EditorAsync(item, isNew: true, await _display.BuildEditorAsync(item, _updater.ModelUpdater, true))
            : Forbid();
    }

    /// <summary>Saves a new item.</summary>
    [HttpPost, ActionName("Create")]
    [Admin("Contents/ContentTypes/{id}/Create", "CreateContentItem")]
    public async Task<IActionResult> CreatePost(string id, [FromForm(Name = "submit.Publish")] string? publish, string? returnUrl) =>
        await NewAsync(id) is { } item ? await CreateAsync(item, publish is not null, returnUrl) : NotFound();

    /// <summary>The form of an item.</summary>
    [Admin("Contents/ContentItems/{contentItemId}/Edit", "EditContentItem")]
    public async Task<IActionResult> Edit(string contentItemId, string? parked)
    {
        if (await _contents.GetAsync(contentItemId, VersionOptions.Latest) is not { } item)
        {
            return NotFound();
        }

        return await MayAsync(CommonPermissions.EditContent, item)
            ? await ParkedAsync(item, parked) ?? await EditorAsync(item, isNew: false, await _display.BuildEditorAsync(item, _updater.ModelUpdater, false))
            : Forbid();
    }

    /// <summary>Saves a change.</summary>
    [HttpPost, ActionName("Edit")]
    [Admin("Contents/ContentItems/{contentItemId}/Edit", "EditContentItem")]
    public async Task<IActionResult> EditPost(string contentItemId, [FromForm(Name = "submit.Publish")] string? publish, string? returnUrl)
    {
        await using var turn = await _drafting.TurnAsync(contentItemId);
        return await ChangeAsync(contentItemId, publish is not null, returnUrl);
    }

    /// <summary>Makes the latest version public.</summary>
    [HttpPost]
    [Admin("Contents/ContentItems/{contentItemId}/Publish", "PublishContentItem")]
    public Task<IActionResult> Publish(string contentItemId, string? returnUrl) => ChangeAsync(
        contentItemId, VersionOptions.Latest, CommonPermissions.PublishContent, returnUrl, item => _contents.PublishAsync(item), "“{0}” is published.");

    /// <summary>Takes an item back from the public.</summary>
    [HttpPost]
    [Admin("Contents/ContentItems/{contentItemId}/Unpublish", "UnpublishContentItem")]
    public Task<IActionResult> Unpublish(string contentItemId, string? returnUrl) => ChangeAsync(
        contentItemId, VersionOptions.Latest, CommonPermissions.PublishContent, returnUrl, item => _contents.UnpublishAsync(item), "“{0}” is no longer public.");

    /// <summary>Copies an item as a draft.</summary>
    [HttpPost]
    [Admin("Contents/ContentItems/{contentItemId}/Clone", "CloneContentItem")]
    public Task<IActionResult> Clone(string contentItemId, string? returnUrl) => ChangeAsync(
        contentItemId, VersionOptions.Latest, CommonPermissions.CloneContent, returnUrl,
        async item => await _contents.CloneAsync(item) is not null, "“{0}” is copied; the copy is a draft.");

    /// <summary>Asks before an item is deleted, by the way that the list deletes many.</summary>
    [Admin("Contents/ContentItems/{contentItemId}/Delete", "DeleteContentItem")]
    public Task<IActionResult> Delete(string contentItemId, string? returnUrl) =>
        ConfirmAsync(contentItemId, VersionOptions.Latest, CommonPermissions.DeleteContent, isDraft: false, returnUrl);

    /// <summary>Asks before a draft is dropped.</summary>
    [Admin("Contents/ContentItems/{contentItemId}/DiscardDraft", "DiscardDraftContentItem")]
    public Task<IActionResult> DiscardDraft(string contentItemId, string? returnUrl) =>
        ConfirmAsync(contentItemId, VersionOptions.Draft, CommonPermissions.EditContent, isDraft: true, returnUrl);

    /// <summary>Drops a draft for the published version.</summary>
    [HttpPost, ActionName("DiscardDraft")]
    [Admin("Contents/ContentItems/{contentItemId}/DiscardDraft", "DiscardDraftContentItem")]
    public Task<IActionResult> DiscardDraftPost(string contentItemId, string? returnUrl) => ChangeAsync(
        contentItemId, VersionOptions.Draft, CommonPermissions.EditContent, returnUrl,
        async item =>
        {
            await _contents.DiscardDraftAsync(item);
            return true;
        },
        "The draft of “{0}” is discarded.");

    private async Task<ContentItem?> NewAsync(string type) =>
        await _definitions.GetTypeDefinitionAsync(type) is { } definition && definition.IsCreatable() ? await _contents.NewAsync(type) : null;

    private Task<bool> MayAsync(Permission permission, ContentItem item) => _authorization.AuthorizeAsync(User, permission, item);

    private async Task<IActionResult> CreateAsync(ContentItem item, bool publish, string? returnUrl)
    {
        item.ContentItemId = _drafting.ReservedId(Request.Form[Drafting.NewItemField], User) ?? item.ContentItemId;
        await using var turn = await _drafting.TurnAsync(item.ContentItemId);
        return (await _contents.GetAllVersionsAsync(item.ContentItemId)).Any()
            ? await ChangeAsync(item.ContentItemId, publish, returnUrl) // The form was sent before: a second click finds what the first has made.
            : await SaveAsync(item, before: null, publish, returnUrl);
    }

    private async Task<IActionResult> ChangeAsync(string contentItemId, bool publish, string? returnUrl)
    {
        // Asked before the draft is made.
        if (await _contents.GetAsync(contentItemId, VersionOptions.Latest) is not { } latest)
        {
            return await GoneAsync(contentItemId);
        }

        if (!await MayAsync(CommonPermissions.EditContent, latest))
        {
            return Forbid();
        }

        return !IsAutosave && _drafting.Sent.Has(contentItemId, Request.Form)
            ? await DoneAsync(latest, publish, returnUrl)
            : await SaveAsync(await _contents.GetAsync(contentItemId, VersionOptions.DraftRequired), latest, publish, returnUrl);
    }

    private async Task<IActionResult> SaveAsync(ContentItem item, ContentItem? before, bool publish, string? returnUrl)
    {
        publish &= !IsAutosave;
        if (!await MayAsync(CommonPermissions.EditContent, item) || (publish && !await MayAsync(CommonPermissions.PublishContent, item)))
        {
            await _session.CancelAsync();
            return Forbid();
        }

        var isNew = before is null;
        var theirs = ContentJson.Clone(item.Data);
        var editor = await _display.UpdateEditorAsync(item, _updater.ModelUpdater, isNew);
        if (IsResume || !ModelState.IsValid)
        {
            return await UnsavedAsync(item, isNew, editor);
        }

        if (before is not null && Merge.Find(EditStamp.Parse(Request.Form[EditStamp.Field]), theirs, item, before, Request.Form, publish) is { } merge)
        {
            await _session.CancelAsync();
            return IsAutosave ? Conflict(merge) : View("Merge", merge);
        }

        Merge.Apply(Request.Form, theirs, item);
        if (before?.Published == true && JsonNode.DeepEquals(theirs, item.Data))
        {
            await _session.CancelAsync(); // Nothing was changed: what is public stays as it is, without another version.
        }
        else if (!await StoreAsync(item, isNew, publish))
        {
            return await UnsavedAsync(item, isNew, editor);
        }

        await _session.SaveChangesAsync(); // Left to the end of the request, it would come after somebody else's turn.

        if (IsAutosave)
        {
            return await SavedAsync(item);
        }

        _drafting.Sent.Note(item.ContentItemId, Request.Form);
        return await DoneAsync(item, publish, returnUrl);
    }

    private async Task<IActionResult> DoneAsync(ContentItem item, bool publish, string? returnUrl)
    {
        _drafting.Leave(item.ContentItemId, User);
        await _notifier.SuccessAsync(publish ? H["“{0}” is published.", item.ToString()] : H["The draft of “{0}” is saved.", item.ToString()]);
        return publish ? Back(returnUrl, item) : RedirectToAction(nameof(Edit), new { contentItemId = item.ContentItemId, returnUrl });
    }

    // A handler may refuse; it says why by a message or an error of the form.
    private async Task<bool> StoreAsync(ContentItem item, bool isNew, bool publish)
    {
        if (!isNew)
        {
            await _contents.UpdateAsync(item);
        }
        else if (!await _contents.CreateAsync(item, VersionOptions.Draft))
        {
            return false;
        }

        if (publish)
        {
            return await _contents.PublishAsync(item);
        }

        await _contents.SaveDraftAsync(item);
        return true;
    }

    private async Task<IActionResult> ConfirmAsync(string id, VersionOptions version, Permission permission, bool isDraft, string? returnUrl)
    {
        if (await _contents.GetAsync(id, version) is not { } item)
        {
            return NotFound();
        }

        return await MayAsync(permission, item) ? View("Confirm", new ConfirmViewModel(id, item.ToString(), isDraft, returnUrl)) : Forbid();
    }

    private async Task<IActionResult> ChangeAsync(
        string id, VersionOptions version, Permission permission, string? returnUrl, Func<ContentItem, Task<bool>> change, string done)
    {
        await using var turn = await _drafting.TurnAsync(id);
        if (await _contents.GetAsync(id, version) is not { } item)
        {
            return NotFound();
        }

        if (!await MayAsync(permission, item))
        {
            return Forbid();
        }

        if (await change(item))
        {
            await _session.SaveChangesAsync();
            _drafting.Sent.Forget(id);
            await _notifier.SuccessAsync(H[done, item.ToString()]);
        }

        return Back(returnUrl, item);
    }

    private IActionResult Back(string? returnUrl, ContentItem item) =>
        Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl!) : RedirectToAction(nameof(List), new { contentTypeId = item.ContentType });
}
