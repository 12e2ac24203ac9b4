using InstituteCms.Kernel.Admin.Drafts;
using InstituteCms.Kernel.Audit;
using InstituteCms.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Notify;

namespace InstituteCms.Kernel.Admin.Versions;

/// <summary>The versions of an item, the newest first.</summary>
public sealed record VersionsViewModel(ContentItem Latest, IReadOnlyList<ContentItem> Versions);

/// <summary>How one field differs.</summary>
public sealed record FieldChange(string Path, IReadOnlyList<DiffPiece> Pieces);

/// <summary>How two versions differ; without an older one, everything is new.</summary>
public sealed record CompareViewModel(ContentItem? Old, ContentItem New, ContentItem Latest, IReadOnlyList<FieldChange> Changes);

/// <summary>What an item said before, and back to it.</summary>
[Area("OrchardCore.Contents")]
public sealed class VersionsController : Controller
{
    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;
    private readonly AuditTrail _audit;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the versions.</summary>
    public VersionsController(
        IContentManager contents, IAuthorizationService authorization, AuditTrail audit, INotifier notifier, IHtmlLocalizer<VersionsController> localizer)
    {
        _contents = contents;
        _authorization = authorization;
        _audit = audit;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>All versions with author and time.</summary>
    [Admin("Contents/ContentItems/{contentItemId}/Versions", "ContentVersions")]
    public async Task<IActionResult> Index(string contentItemId)
    {
        var latest = await _contents.GetAsync(contentItemId, VersionOptions.Latest);
        return await RefuseAsync(latest) ?? View(new VersionsViewModel(latest!, await ReadAsync(contentItemId)));
    }

    /// <summary>What a version changed, or how it differs from the present text.</summary>
    [Admin("Contents/ContentItems/{contentItemId}/Versions/{versionId}", "CompareContentVersions")]
    public async Task<IActionResult> Compare(string contentItemId, string versionId, bool withLatest)
    {
        var latest = await _contents.GetAsync(contentItemId, VersionOptions.Latest);
        if (await RefuseAsync(latest) is { } refusal)
        {
            return refusal;
        }

        var versions = await ReadAsync(contentItemId);
        if (versions.FirstOrDefault(version => version.ContentItemVersionId == versionId) is not { } asked)
        {
            return NotFound();
        }

        var before = versions.SkipWhile(version => version != asked).Skip(1).FirstOrDefault();
        return View(withLatest ? Differences(asked, latest!, latest!) : Differences(before, asked, latest!));
    }

    /// <summary>Makes what a version says the draft; what was the draft stays as a version.</summary>
    [HttpPost]
    [Admin("Contents/ContentItems/{contentItemId}/Versions/{versionId}/Restore", "RestoreContentVersion")]
    public async Task<IActionResult> Restore(string contentItemId, string versionId)
    {
        if (await RefuseAsync(await _contents.GetAsync(contentItemId, VersionOptions.Latest)) is { } refusal)
        {
            return refusal;
        }

        if (await _contents.GetVersionAsync(versionId) is not { } version || version.ContentItemId != contentItemId)
        {
            return NotFound();
        }

        var result = await _contents.RestoreAsync(version);
        if (!result.Succeeded)
        {
            await _notifier.ErrorAsync(H["That version cannot be brought back: {0}", string.Join(' ', result.Errors.Select(error => error.ErrorMessage))]);
            return RedirectToAction(nameof(Index), new { contentItemId });
        }

        await _audit.RecordAsync(AuditActions.Restored, contentItemId, version.DisplayText, version.ContentType);
        await _notifier.SuccessAsync(H["That version is the draft now. Visitors see it once it is published."]);
        return RedirectToAction("Edit", "Admin", new { contentItemId });
    }

    private async Task<IActionResult?> RefuseAsync(ContentItem? latest) =>
        latest is null ? NotFound() : await _authorization.AuthorizeAsync(User, CommonPermissions.EditContent, latest) ? null : Forbid();

    private async Task<IReadOnlyList<ContentItem>> ReadAsync(string contentItemId) =>
        [.. (await _contents.GetAllVersionsAsync(contentItemId)).OrderByDescending(version => version.ModifiedUtc).ThenByDescending(version => version.Id)];

    private static CompareViewModel Differences(ContentItem? old, ContentItem now, ContentItem latest)
    {
        var before = old is null ? [] : ContentFields.Read(old.Data);
        var after = ContentFields.Read(now.Data);
        var changes = before.Keys.Union(after.Keys)
            .Select(path => new FieldChange(path, ContentFields.Compare(before.GetValueOrDefault(path), after.GetValueOrDefault(path))))
            .Where(change => change.Pieces.Any(piece => piece.Kind is not DiffKind.Same))
            .OrderBy(change => change.Path, StringComparer.Ordinal);
        return new CompareViewModel(old, now, latest, [.. changes]);
    }
}
