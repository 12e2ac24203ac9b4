using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Localization;

namespace InstituteCms.Previews;

/// <summary>Shows editors what is not public yet, and lets them show it to colleagues.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PreviewController : Controller
{
    private const string NewLink = "PreviewLink";

    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;
    private readonly PreviewBuilder _previews;
    private readonly PreviewLinks _links;
    private readonly SiteAddress _site;
    private readonly ILocalizationService _languages;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    public PreviewController(
        IContentManager contents,
        IAuthorizationService authorization,
        PreviewBuilder previews,
        PreviewLinks links,
        SiteAddress site,
        ILocalizationService languages,
        INotifier notifier,
        IHtmlLocalizer<PreviewController> localizer)
    {
        _contents = contents;
        _authorization = authorization;
        _previews = previews;
        _links = links;
        _site = site;
        _languages = languages;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>The page with the tabs, the frame and the links.</summary>
    [Admin("Seminars/Previews/{contentItemId}", "SeminarsPreview")]
    public async Task<IActionResult> Index(string contentItemId, PreviewView view, string? width, string? language)
    {
        if (await FindAsync(contentItemId) is not { } item)
        {
            return NotFound();
        }

        if (!await MayAsync(item))
        {
            return Forbid();
        }

        return await ShowAsync(item, view, width, language);
    }

    /// <summary>Makes a link for a colleague.</summary>
    [HttpPost]
    [Admin("Seminars/Previews/{contentItemId}/Links", "SeminarsPreviewLink")]
    public async Task<IActionResult> Link(string contentItemId, int days)
    {
        if (await FindAsync(contentItemId) is not { } item)
        {
            return NotFound();
        }

        if (!await MayAsync(item))
        {
            return Forbid();
        }

        if (!PreviewLinks.Days.Contains(days))
        {
            return BadRequest();
        }

        if (await _links.CreateAsync(contentItemId, User.Identity?.Name ?? "", days) is { } token)
        {
            TempData[NewLink] = _site.Absolute("~/previews/" + token.Value);
        }
        else
        {
            await _notifier.ErrorAsync(H["There are {0} links already. End one first.", PreviewLinks.MaxLinks]);
            return await ShowAsync(item, PreviewView.Page, width: null, language: null);
        }

        return Back(contentItemId);
    }

    /// <summary>Ends a link at once.</summary>
    [HttpPost]
    [Admin("Seminars/Previews/{contentItemId}/Links/{id}/Revoke", "SeminarsPreviewLinkRevoke")]
    public async Task<IActionResult> Revoke(string contentItemId, long id)
    {
        if (await FindAsync(contentItemId) is not { } item)
        {
            return NotFound();
        }

        if (!await MayAsync(item))
        {
            return Forbid();
        }

        if (await _links.RevokeAsync(contentItemId, id))
        {
            await _notifier.SuccessAsync(H["The link works no longer."]);
        }

        return Back(contentItemId);
    }

    /// <summary>What stands in the frame: the site's own look, as it would be for others.</summary>
    [HttpGet("previews/items/{contentItemId}/{view}")]
    public async Task<IActionResult> Frame(string contentItemId, PreviewView view, string? language, CancellationToken cancellationToken)
    {
        if (await FindAsync(contentItemId) is not { } item || !_previews.ViewsOf(item).Contains(view))
        {
            return NotFound();
        }

        if (!await MayAsync(item))
        {
            return User.Identity?.IsAuthenticated == true ? Forbid() : Challenge();
        }

        var known = (await _languages.GetSupportedCulturesAsync()).Contains(language);
        var shown = new PreviewShown { Item = item, View = view, Views = _previews.ViewsOf(item) };
        await _previews.FillAsync(shown, known ? language! : CultureInfo.CurrentUICulture.Name, cancellationToken);
        return View(view is PreviewView.Page or PreviewView.Entry ? "Shown" : "Sent", shown);
    }

    private async Task<IActionResult> ShowAsync(ContentItem item, PreviewView view, string? width, string? language)
    {
        var views = _previews.ViewsOf(item);
        var languages = await _languages.GetSupportedCulturesAsync();
        return View(nameof(Index), new PreviewPage(
            item,
            views.Contains(view) ? view : PreviewView.Page,
            views,
            width == "phone",
            languages.Contains(language) ? language! : CultureInfo.CurrentUICulture.Name,
            languages,
            await _links.LiveAsync(item.ContentItemId),
            TempData[NewLink] as string,
            await _authorization.AuthorizeAsync(User, CommonPermissions.EditContent, item)));
    }

    private async Task<ContentItem?> FindAsync(string contentItemId) =>
        await _contents.GetAsync(contentItemId, VersionOptions.Latest) is { } item && SeminarTypes.All.Contains(item.ContentType) ? item : null;

    private Task<bool> MayAsync(ContentItem item) => _authorization.AuthorizeAsync(User, CommonPermissions.PreviewContent, item);

    private RedirectToActionResult Back(string contentItemId) => RedirectToAction(nameof(Index), null, new { contentItemId }, "links");
}
