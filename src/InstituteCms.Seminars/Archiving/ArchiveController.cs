using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Notify;

namespace InstituteCms.Archiving;

/// <summary>Puts items into the archive and takes them out, one or many at a time.</summary>
public sealed class ArchiveController : Controller
{
    private const int MaxItems = 500;

    private readonly Archive _archive;
    private readonly IContentManager _contents;
    private readonly ISession _session;
    private readonly IAuthorizationService _authorization;
    private readonly IAntiforgery _antiforgery;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public ArchiveController(
        Archive archive,
        IContentManager contents,
        ISession session,
        IAuthorizationService authorization,
        IAntiforgery antiforgery,
        INotifier notifier,
        IHtmlLocalizer<ArchiveController> localizer)
    {
        _archive = archive;
        _contents = contents;
        _session = session;
        _authorization = authorization;
        _antiforgery = antiforgery;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>Says what the archive is, and asks.</summary>
    [Admin("Seminars/Archive/{contentItemId}", "SeminarsArchive")]
    public async Task<IActionResult> Index(string contentItemId, string? returnUrl)
    {
        if (await _contents.GetAsync(contentItemId, VersionOptions.Latest) is not { } item || !SeminarTypes.All.Contains(item.ContentType))
        {
            return NotFound();
        }

        return await MayAsync(item)
            ? View(new ArchiveViewModel { ContentItemId = contentItemId, Title = item.DisplayText, Entry = await _archive.FindAsync(contentItemId), ReturnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : null })
            : Forbid();
    }

    [HttpPost]
    [Admin("Seminars/ArchivePut", "SeminarsArchivePut")]
    public Task<IActionResult> Put(string[] itemIds, string? returnUrl) => ChangeAsync(itemIds, archived: true, returnUrl);

    [HttpPost]
    [Admin("Seminars/ArchiveTake", "SeminarsArchiveTake")]
    public Task<IActionResult> Take(string[] itemIds, string? returnUrl) => ChangeAsync(itemIds, archived: false, returnUrl);

    /// <summary>Makes the items of a batch what they were.</summary>
    [HttpPost]
    [Admin("Seminars/ArchiveUndo", "SeminarsArchiveUndo")]
    public async Task<IActionResult> Undo(string? batch, string? returnUrl)
    {
        var entries = (await _archive.FindBatchAsync(batch)).ToDictionary(entry => entry.ContentItemId);
        var count = 0;
        foreach (var item in await AllowedAsync([.. entries.Keys]))
        {
            await _archive.UndoAsync(entries[item.ContentItemId], By);
            count++;
        }

        await (count > 0
            ? _notifier.SuccessAsync(H.Plural(count, "{0} item is where it was before.", "{0} items are where they were before."))
            : _notifier.WarningAsync(H["It was changed since, and stays as it is."]));
        return Back(returnUrl);
    }

    private string By => User.Identity?.Name ?? "";

    private async Task<IActionResult> ChangeAsync(string[] itemIds, bool archived, string? returnUrl)
    {
        if (itemIds.Length == 0)
        {
            await _notifier.WarningAsync(H["Nothing was ticked. Tick the items first."]);
            return Back(returnUrl);
        }

        var items = await AllowedAsync(itemIds);
        var (count, batch) = await _archive.SetAsync([.. items.Select(item => item.ContentItemId)], archived, By);
        if (items.Count < itemIds.Distinct().Count())
        {
            var left = itemIds.Distinct().Count() - items.Count;
            await _notifier.WarningAsync(H.Plural(left, "{0} item was left as it is: you may not change it.", "{0} items were left as they are: you may not change them."));
        }

        if (count > 0)
        {
            await _notifier.SuccessAsync(archived
                ? H.Plural(count, "{0} item is in the archive. Visitors see it as before. {1}", "{0} items are in the archive. Visitors see them as before. {1}", UndoButton(batch, returnUrl))
                : H.Plural(count, "{0} item is back from the archive. {1}", "{0} items are back from the archive. {1}", UndoButton(batch, returnUrl)));
        }
        else if (items.Count > 0)
        {
            await _notifier.InformationAsync(H["Nothing had to be changed."]);
        }

        return Back(returnUrl);
    }

    /// <summary>A form in the message: to undo is one press, not a page.</summary>
    private HtmlString UndoButton(string batch, string? returnUrl)
    {
        var token = _antiforgery.GetAndStoreTokens(HttpContext);
        return new($"""
            <form method="post" action="{Encode(Url.Action(nameof(Undo)))}" class="d-inline">{Hidden(token.FormFieldName, token.RequestToken)}{Hidden("batch", batch)}{Hidden("returnUrl", returnUrl)}<button class="btn btn-secondary btn-sm" type="submit">{Encode(H.GetString("Undo"))}</button></form>
            """);

        static string Hidden(string name, string? value) => $"""<input type="hidden" name="{Encode(name)}" value="{Encode(value)}">""";

        static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");
    }

    /// <summary>Those the user may change, by id of item or, as Orchard Core's list ticks them, of document.</summary>
    private async Task<IReadOnlyList<ContentItem>> AllowedAsync(string[] itemIds)
    {
        string[] ids = [.. itemIds.Distinct().Take(MaxItems)];
        long[] documents = [.. ids.Where(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];
        var items = documents.Length > 0
            ? await _session.GetAsync<ContentItem>(documents, cancellationToken: HttpContext.RequestAborted)
            : await _contents.GetAsync(ids, VersionOptions.Latest);
        var allowed = new List<ContentItem>();
        foreach (var item in items.Where(item => SeminarTypes.All.Contains(item.ContentType)))
        {
            if (await MayAsync(item))
            {
                allowed.Add(item);
            }
        }

        return allowed;
    }

    private Task<bool> MayAsync(ContentItem item) => _authorization.AuthorizeAsync(User, CommonPermissions.EditContent, item);

    private IActionResult Back(string? returnUrl) =>
        Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl!) : RedirectToAction("List", "Admin", new { area = "OrchardCore.Contents" });
}
