using InstituteCms.Kernel.Admin.Drafts;
using InstituteCms.Kernel.Admin.Recycling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Notify;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>Nothing is lost: drafts that save themselves, forms that come too late, editors who meet.</summary>
public sealed partial class AdminController
{
    private bool IsAutosave => Request.HasFormContentType && Request.Form.ContainsKey(Drafting.Autosave);

    private bool IsResume => Request.HasFormContentType && Request.Form.ContainsKey(Drafting.Resume);

    /// <summary>A sign of life from an open editor; answers who else has it open.</summary>
    [Admin("Contents/ContentItems/{contentItemId}/Presence", "PresenceContentItem")]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> Present(string contentItemId)
    {
        if (await _contents.GetAsync(contentItemId, VersionOptions.Latest) is not { } item)
        {
            return NotFound();
        }

        return await MayAsync(CommonPermissions.EditContent, item) ? Json(new { others = Others(item) }) : Forbid();
    }

    private async Task<IActionResult> EditorAsync(ContentItem item, bool isNew, dynamic editor)
    {
        var stamp = Request.HasFormContentType ? Request.Form[EditStamp.Field].ToString() : EditStamp.Of(item.Data).ToString();
        var userId = Drafting.UserId(User);
        return View("Edit", new ContentEditViewModel(
            item, await _definitions.GetTypeDefinitionAsync(item.ContentType), (object)editor, isNew, await MayAsync(CommonPermissions.PublishContent, item),
            stamp, _drafting.Parked.Mark(userId), userId, isNew ? _drafting.Reserve(item.ContentItemId, User) : null, isNew ? string.Empty : Others(item)));
    }

    private string Others(ContentItem item) => _drafting.Enter(item.ContentItemId, User) is { Count: > 0 } others
        ? H.GetString("{0} has this open too. If both of you save, the later one is shown both texts.", string.Join(", ", others)).Value
        : string.Empty;

    /// <summary>Offers what was sent after the sign-in had expired; null where nothing was.</summary>
    private async Task<IActionResult?> ParkedAsync(ContentItem item, string? parked)
    {
        if (string.IsNullOrEmpty(parked))
        {
            return null;
        }

        if (await _drafting.Parked.FindAsync(parked, Drafting.UserId(User), HttpContext.RequestAborted) is { } form)
        {
            return View("Continue", new ContinueViewModel(item.ToString(), form));
        }

        await _notifier.WarningAsync(H["What was sent too late is no longer kept, or was written by somebody else."]);
        return null;
    }

    /// <summary>The item was deleted while its form was open: it is brought back with the text, or the text begins another.</summary>
    private async Task<IActionResult> GoneAsync(string contentItemId)
    {
        var found = await _bin.FindAsync(contentItemId);
        var mayBringBack = found is { } bin && await MayAsync(CommonPermissions.DeleteContent, bin.Item);
        if (mayBringBack && Request.Form.ContainsKey(Drafting.BringBack) && await _bin.RestoreAsync(found!.Value.Deleted, found.Value.Item, publish: false))
        {
            await _session.SaveChangesAsync();
            var draft = await _contents.GetAsync(contentItemId, VersionOptions.DraftRequired);
            return await UnsavedAsync(draft, isNew: false, await _display.UpdateEditorAsync(draft, _updater.ModelUpdater, false));
        }

        var type = found?.Item.ContentType ?? Request.Form[Drafting.TypeField].ToString();
        var mayBegin = type.Length > 0 && await NewAsync(type) is { } another && await MayAsync(CommonPermissions.EditContent, another);
        if (!mayBringBack && !mayBegin)
        {
            return NotFound();
        }

        return IsAutosave
            ? Json(new { conflict = true, message = H.GetString("This was deleted meanwhile. Press “Save draft” to go on with your text; it is kept.").Value })
            : View("Gone", new GoneViewModel(contentItemId, type, found?.Deleted, mayBringBack, mayBegin, Merge.Carried(Request.Form)));
    }

    private async Task<IActionResult> UnsavedAsync(ContentItem item, bool isNew, dynamic editor)
    {
        await _session.CancelAsync();
        return IsAutosave
            ? Json(new { message = H.GetString("Not saved yet: something is missing or wrong. Your text is kept in this browser.").Value })
            : await EditorAsync(item, isNew, editor);
    }

    private async Task<IActionResult> SavedAsync(ContentItem item) => Json(new
    {
        message = H.GetString("Saved at {0}", await _drafting.TimeAsync()).Value,
        stamp = EditStamp.Of(item.Data).ToString(),
        itemId = item.ContentItemId,
        address = Url.Action(nameof(Edit), new { contentItemId = item.ContentItemId }),
        presence = Url.Action(nameof(Present), new { contentItemId = item.ContentItemId }),
        others = Others(item),
    });

    private JsonResult Conflict(MergeViewModel merge) => Json(new
    {
        conflict = true,
        message = H.GetString("{0} has changed this meanwhile. Press “Save draft” to see both texts; yours is kept.", merge.Other ?? string.Empty).Value,
    });
}

/// <summary>Offers what to do with a form whose item was deleted meanwhile.</summary>
/// <param name="ContentItemId">The item.</param>
/// <param name="Type">Its type.</param>
/// <param name="Deleted">What the recycle bin says of it; null where it is gone for good.</param>
/// <param name="MayBringBack">Whether the user may take it out of the bin.</param>
/// <param name="MayBegin">Whether the user may begin another with the text.</param>
/// <param name="Form">What was typed.</param>
public sealed record GoneViewModel(
    string ContentItemId, string Type, DeletedItem? Deleted, bool MayBringBack, bool MayBegin, IReadOnlyList<KeyValuePair<string, string>> Form);

/// <summary>Offers a form that came too late.</summary>
/// <param name="Name">The item.</param>
/// <param name="Form">What was typed.</param>
public sealed record ContinueViewModel(string Name, IReadOnlyList<KeyValuePair<string, string>> Form);
