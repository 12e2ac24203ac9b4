using InstituteCms.Kernel.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.ModelBinding;

namespace InstituteCms.Kernel.Display.Contents;

/// <summary>The pages of content items.</summary>
[Area("OrchardCore.Contents")]
[OrchardCore.Modules.Feature("OrchardCore.Contents")]
public sealed class ItemController : Controller
{
    private readonly IContentManager _contents;
    private readonly IContentItemDisplayManager _displays;
    private readonly IAuthorizationService _authorization;
    private readonly IUpdateModelAccessor _form;

    /// <summary>Shows items.</summary>
    public ItemController(
        IContentManager contents, IContentItemDisplayManager displays, IAuthorizationService authorization, IUpdateModelAccessor form)
    {
        _contents = contents;
        _displays = displays;
        _authorization = authorization;
        _form = form;
    }

    /// <summary>The published item.</summary>
    [HttpGet]
    public Task<IActionResult> Display(string contentItemId) => ShowAsync(contentItemId, VersionOptions.Published, CommonPermissions.ViewContent);

    /// <summary>The latest version, for those who may preview it.</summary>
    [HttpGet]
    public Task<IActionResult> Preview(string contentItemId) => ShowAsync(contentItemId, VersionOptions.Latest, CommonPermissions.PreviewContent);

    private async Task<IActionResult> ShowAsync(string contentItemId, VersionOptions version, OrchardCore.Security.Permissions.Permission permission)
    {
        if (string.IsNullOrEmpty(contentItemId) || await _contents.GetAsync(contentItemId, version) is not { } item)
        {
            return NotFound();
        }

        if (!await _authorization.AuthorizeAsync(User, permission, item))
        {
            return User.Identity?.IsAuthenticated == true ? Forbid() : Challenge();
        }

        return View("Display", await _displays.BuildDisplayAsync(item, _form.ModelUpdater));
    }
}
