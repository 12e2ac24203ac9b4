using System.ComponentModel.DataAnnotations;
using InstituteCms.Kernel.Media;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Entities;
using OrchardCore.Media;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace InstituteCms.Kernel.Admin.Media;

/// <summary>The media library.</summary>
[Area("OrchardCore.Media")]
[Feature("OrchardCore.Media")]
public sealed class MediaController : Controller
{
    private const int PageSize = 60;

    private readonly MediaLibrary _library;
    private readonly MediaUses _uses;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the library.</summary>
    public MediaController(
        MediaLibrary library, MediaUses uses, IAuthorizationService authorization, INotifier notifier, IStringLocalizer<MediaController> stringLocalizer, IHtmlLocalizer<MediaController> htmlLocalizer)
    {
        _library = library;
        _uses = uses;
        _authorization = authorization;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    /// <summary>A folder, or what is found.</summary>
    [Admin("Media", "Media")]
    public async Task<IActionResult> Index(string? folder, string? words, int page = 1) =>
        !await MayAsync() ? Forbid() : !_library.HasFolder(folder ?? string.Empty) ? NotFound() : View(await LookAsync(folder, words, page));

    /// <summary>The same for the script.</summary>
    [Admin("Media/Browse", "MediaBrowse")]
    public async Task<IActionResult> Browse(string? folder, string? words, int page = 1)
    {
        folder ??= string.Empty;
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!_library.HasFolder(folder))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        var listing = await _library.LookAsync(folder, words, picturesOnly: true, (Math.Max(1, page) - 1) * PageSize, PageSize);
        return Json(new
        {
            folder,
            parent = folder.Length == 0 ? null : folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : string.Empty,
            folders = listing.Folders.Select(path => new { path, name = MediaViewModel.NameOf(path) }),
            files = listing.Files.Select(Entry),
            next = listing.Total > Math.Max(1, page) * PageSize ? Math.Max(1, page) + 1 : (int?)null,
        });
    }

    /// <summary>Adds files to a folder. What is refused does not keep the others out.</summary>
    [HttpPost]
    [UploadLimit]
    [Admin("Media/Upload", "MediaUpload")]
    public async Task<IActionResult> Upload(string? folder, IList<IFormFile> files, CancellationToken cancellationToken)
    {
        folder ??= string.Empty;
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!_library.HasFolder(folder))
        {
            return await GoneAsync(folder);
        }

        var limits = await _library.LimitsAsync();
        var added = new List<string>();
        var refused = new List<string>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var outcome = await _library.AddAsync(folder, file.FileName, content, cancellationToken);
            if (outcome.Problem is { } problem)
            {
                refused.Add(MediaWords.Of(problem, file.FileName, limits, S));
            }
            else
            {
                added.Add(outcome.Path!);
            }
        }

        if (files.Count == 0)
        {
            refused.Add(S["Choose a file."]);
        }

        if (UploadLimitAttribute.IsScript(Request))
        {
            return refused.Count > 0 ? BadRequest(new { error = string.Join(' ', refused) }) : Json(Entry((await _library.FindAsync(added[0]))!.Value.File));
        }

        if (added.Count > 0)
        {
            await _notifier.SuccessAsync(H.Plural(added.Count, "One file is added.", "{0} files are added."));
        }

        if (refused.Count == 0)
        {
            return RedirectToAction(nameof(Index), new { folder });
        }

        refused.ForEach(sentence => ModelState.AddModelError(nameof(files), sentence));
        return View(nameof(Index), await LookAsync(folder, null, 1));
    }

    /// <summary>Makes a folder.</summary>
    [HttpPost]
    [Admin("Media/Folder", "MediaFolder")]
    public async Task<IActionResult> MakeFolder(string? folder, string? name)
    {
        folder ??= string.Empty;
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!_library.HasFolder(folder))
        {
            return await GoneAsync(folder);
        }

        var outcome = _library.MakeFolder(folder, name ?? string.Empty);
        if (outcome.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(name), string.IsNullOrWhiteSpace(name) ? S["Enter a name."] : MediaWords.Of(problem, name, await _library.LimitsAsync(), S));
            return View(nameof(Index), await LookAsync(folder, null, 1));
        }

        return RedirectToAction(nameof(Index), new { folder = outcome.Path });
    }

    /// <summary>Gives a folder another name.</summary>
    [HttpPost]
    [Admin("Media/RenameFolder", "MediaRenameFolder")]
    public async Task<IActionResult> RenameFolder(string? folder, string? newName)
    {
        folder = (folder ?? string.Empty).Trim('/');
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!_library.HasFolder(folder))
        {
            return await GoneAsync(folder);
        }

        var outcome = await _library.RenameFolderAsync(folder, newName ?? string.Empty);
        if (outcome.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(newName), string.IsNullOrWhiteSpace(newName) ? S["Enter a name."] : MediaWords.Of(problem, newName, await _library.LimitsAsync(), S));
            return View(nameof(Index), await LookAsync(folder, null, 1));
        }

        await _notifier.SuccessAsync(H["The folder is now “{0}”. Old addresses lead to the new ones.", outcome.Path!]);
        return RedirectToAction(nameof(Index), new { folder = outcome.Path });
    }

    /// <summary>Deletes an empty folder.</summary>
    [HttpPost]
    [Admin("Media/DeleteFolder", "MediaDeleteFolder")]
    public async Task<IActionResult> DeleteFolder(string? folder)
    {
        folder ??= string.Empty;
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (_library.DeleteFolder(folder).Problem is { } problem)
        {
            await _notifier.ErrorAsync(H["{0}", MediaWords.Of(problem, folder, await _library.LimitsAsync(), S)]);
            return RedirectToAction(nameof(Index), new { folder });
        }

        await _notifier.SuccessAsync(H["The folder “{0}” is deleted.", folder]);
        return RedirectToAction(nameof(Index), new { folder = folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : null });
    }

    /// <summary>One file.</summary>
    [Admin("Media/File", "MediaFile")]
    public async Task<IActionResult> Details(string path, CancellationToken cancellationToken) => await MayAsync()
        ? await DetailsAsync(path ?? string.Empty, null, cancellationToken)
        : Forbid();

    /// <summary>Says what it shows, and how it is cut.</summary>
    [HttpPost, ActionName("Details")]
    [Admin("Media/File", "MediaFile")]
    public async Task<IActionResult> DetailsPost(string path, MediaDetailsForm form, CancellationToken cancellationToken)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (await _library.FindAsync(path ?? string.Empty) is not { } found)
        {
            return await GoneAsync(path);
        }

        if (ModelState.IsValid && !form.Framing.IsSound)
        {
            ModelState.AddModelError("Framing.Width", S["The crop has to lie in the picture: the numbers go from 0 to 100."]);
        }

        if (!ModelState.IsValid)
        {
            return await DetailsAsync(path!, form, cancellationToken);
        }

        await _library.DescribeAsync(found.File.Path, form.AltText?.Trim() ?? string.Empty, form.Framing);
        await _notifier.SuccessAsync(H["“{0}” is saved.", found.File.Name]);
        return RedirectToAction(nameof(Details), new { path });
    }

    /// <summary>Says what it shows, in the list of what was just added.</summary>
    [HttpPost]
    [Admin("Media/Describe", "MediaDescribe")]
    public async Task<IActionResult> Describe(string? path, [StringLength(MediaDetailsForm.MaxAltText)] string? altText)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!ModelState.IsValid || await _library.FindAsync(path ?? string.Empty) is not { } found)
        {
            return BadRequest(new { error = S["That was not saved. Open the file, and try it there."].Value });
        }

        await _library.DescribeAsync(found.File.Path, altText?.Trim() ?? string.Empty, found.Details.Framing);
        return Json(new { saved = S["Saved"].Value });
    }

    /// <summary>Puts another file in its place.</summary>
    [HttpPost]
    [UploadLimit]
    [Admin("Media/Replace", "MediaReplace")]
    public async Task<IActionResult> Replace(string path, IFormFile? file, CancellationToken cancellationToken)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        path ??= string.Empty;
        if (file is null)
        {
            ModelState.AddModelError(nameof(file), S["Choose a file."]);
            return await DetailsAsync(path, null, cancellationToken);
        }

        await using var content = file.OpenReadStream();
        if ((await _library.ReplaceAsync(path, file.FileName, content, cancellationToken)).Problem is { } problem)
        {
            ModelState.AddModelError(nameof(file), MediaWords.Of(problem, file.FileName, await _library.LimitsAsync(), S));
            return await DetailsAsync(path, null, cancellationToken);
        }

        await _notifier.SuccessAsync(H["The new file is in its place: every page that shows it has it now."]);
        return RedirectToAction(nameof(Details), new { path });
    }

    /// <summary>Gives it another folder or name.</summary>
    [HttpPost]
    [Admin("Media/Move", "MediaMove")]
    public async Task<IActionResult> Move(string path, string? folder, string? name, CancellationToken cancellationToken)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var outcome = await _library.MoveAsync(path ?? string.Empty, folder ?? string.Empty, name ?? string.Empty);
        if (outcome.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(name), string.IsNullOrWhiteSpace(name) ? S["Enter a name."] : MediaWords.Of(problem, name, await _library.LimitsAsync(), S));
            return await DetailsAsync(path ?? string.Empty, null, cancellationToken);
        }

        await _notifier.SuccessAsync(H["The file is now “{0}”. Its old address leads here.", outcome.Path!]);
        return RedirectToAction(nameof(Details), new { path = outcome.Path });
    }

    /// <summary>Asks before it is deleted.</summary>
    [Admin("Media/Delete", "MediaDelete")]
    public async Task<IActionResult> Delete(string path, CancellationToken cancellationToken) => await MayAsync()
        ? await DetailsAsync(path ?? string.Empty, null, cancellationToken, "Delete")
        : Forbid();

    /// <summary>Deletes it.</summary>
    [HttpPost, ActionName("Delete")]
    [Admin("Media/Delete", "MediaDelete")]
    public async Task<IActionResult> DeletePost(string path)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        path ??= string.Empty;
        if (!await _library.DeleteAsync(path))
        {
            return await GoneAsync(path);
        }

        await _notifier.SuccessAsync(H["“{0}” is deleted.", path]);
        return RedirectToAction(nameof(Index), new { folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : null });
    }

    /// <summary>Changes how much may be stored.</summary>
    [HttpPost]
    [Admin("Media/Limits", "MediaLimits")]
    public async Task<IActionResult> Limits(MediaLimitsForm form, [FromServices] ISiteService sites)
    {
        if (!await MayAsync() || !await _authorization.AuthorizeAsync(User, SettingsPermissions.ManageSettings))
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return View(nameof(Index), await LookAsync(null, null, 1));
        }

        var site = await sites.LoadSiteSettingsAsync();
        site.Put(new MediaLimits { MaxFileMegabytes = form.MaxFileMegabytes, QuotaMegabytes = form.QuotaMegabytes });
        await sites.UpdateSiteSettingsAsync(site);
        await _notifier.SuccessAsync(H["The settings are saved."]);
        return RedirectToAction(nameof(Index));
    }

    private object Entry(MediaFile file) => new
    {
        path = file.Path,
        name = file.Name,
        alt = file.AltText,
        thumb = file.IsPicture ? $"{file.Url}?width=240&height=240&v={file.Version}" : null,
        details = Url.Action(nameof(Details), new { path = file.Path }),
    };

    private async Task<IActionResult> GoneAsync(string? path)
    {
        if (UploadLimitAttribute.IsScript(Request))
        {
            return BadRequest(new { error = S["“{0}” is not there any more.", path ?? string.Empty].Value });
        }

        await _notifier.ErrorAsync(H["“{0}” is not there any more.", path ?? string.Empty]);
        return RedirectToAction(nameof(Index));
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, MediaPermissions.ManageMedia);

    private async Task<MediaViewModel> LookAsync(string? folder, string? words, int page)
    {
        folder = (folder ?? string.Empty).Trim('/');
        page = Math.Max(1, page);
        var listing = await _library.LookAsync(folder, words, picturesOnly: false, (page - 1) * PageSize, PageSize);
        var pages = Math.Max(1, (listing.Total + PageSize - 1) / PageSize);
        return new MediaViewModel(
            folder, words?.Trim(), listing, page, pages, await _library.LimitsAsync(), _library.Used(), await _authorization.AuthorizeAsync(User, SettingsPermissions.ManageSettings),
            await _uses.CountAsync(listing.Files));
    }

    private async Task<IActionResult> DetailsAsync(string path, MediaDetailsForm? form, CancellationToken cancellationToken, string view = "Details") =>
        await _library.FindAsync(path) is not var (file, details) ? HttpMethods.IsPost(Request.Method) ? await GoneAsync(path) : NotFound() : View(view, new MediaDetailsViewModel
        {
            File = file,
            Form = form ?? new MediaDetailsForm { AltText = details.AltText, Framing = details.Framing },
            Size = await _library.SizeAsync(path, cancellationToken),
            Uses = await _uses.FindAsync(details),
            Folders = _library.Folders(),
            Limits = await _library.LimitsAsync(),
        });
}
