using System.Globalization;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;

namespace InstituteCms.Previews;

/// <summary>Shows an item to whoever holds a link to it that has not ended.</summary>
public sealed class SharedPreviewController : Controller
{
    private readonly IContentManager _contents;
    private readonly PreviewBuilder _previews;
    private readonly PreviewLinks _links;

    public SharedPreviewController(IContentManager contents, PreviewBuilder previews, PreviewLinks links)
    {
        _contents = contents;
        _previews = previews;
        _links = links;
    }

    [HttpGet("previews/{secret}/{view?}")]
    [PersonalPage]
    public async Task<IActionResult> Show(string secret, PreviewView view, CancellationToken cancellationToken)
    {
        var link = await _links.FindAsync(secret);
        if (link is null)
        {
            return Gone(StatusCodes.Status404NotFound, link);
        }

        if (_links.IsOver(link) || await _contents.GetAsync(link.ContentItemId, VersionOptions.Latest) is not { } item)
        {
            return Gone(StatusCodes.Status410Gone, link);
        }

        var views = _previews.ViewsOf(item);
        var shown = new PreviewShown { Item = item, View = views.Contains(view) ? view : PreviewView.Page, Views = views, Link = link, Secret = secret };
        await _previews.FillAsync(shown, CultureInfo.CurrentUICulture.Name, cancellationToken);
        return View("~/Areas/InstituteCms.Seminars/Views/Preview/Shown.cshtml", shown);
    }

    private ViewResult Gone(int status, PreviewLink? link)
    {
        Response.StatusCode = status;
        return View("~/Areas/InstituteCms.Seminars/Views/Preview/Gone.cshtml", link);
    }
}
