using System.Security.Claims;
using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.Deployment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Admin;
using OrchardCore.Deployment;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Admin.Deployment;

/// <summary>Moves the site: out as a package, in from one.</summary>
[Area("OrchardCore.Deployment")]
[Feature("OrchardCore.Deployment")]
public sealed partial class MoveController : Controller
{
    /// <summary>The largest package that is taken.</summary>
    public const long MaxPackageBytes = 512L * 1024 * 1024;

    private readonly ISitePackages _packages;
    private readonly IAuthorizationService _authorization;
    private readonly AuditTrail _audit;
    private readonly INotifier _notifier;
    private readonly ILogger _logger;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the page.</summary>
    public MoveController(
        ISitePackages packages, IAuthorizationService authorization, AuditTrail audit, INotifier notifier, ILogger<MoveController> logger, IHtmlLocalizer<MoveController> localizer)
    {
        _packages = packages;
        _authorization = authorization;
        _audit = audit;
        _notifier = notifier;
        _logger = logger;
        H = localizer;
    }

    /// <summary>What a package is, and the two buttons.</summary>
    [Admin("Deployment/Move", "DeploymentMove")]
    public async Task<IActionResult> Index()
    {
        var model = new MoveViewModel(await MayAsync(DeploymentPermissions.Export), await MayAsync(DeploymentPermissions.Import));
        return model.MayExport || model.MayImport ? View(model) : Forbid();
    }

    /// <summary>The package of this site.</summary>
    [HttpPost]
    [Admin("Deployment/Move/Export", "DeploymentMoveExport")]
    public async Task<IActionResult> Export(bool includeMedia)
    {
        if (!await MayAsync(DeploymentPermissions.Export))
        {
            return Forbid();
        }

        // The file is this user's alone, and gone when it is sent.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Truncate, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await _packages.WriteAsync(file, includeMedia);
        file.Position = 0;
        LogExported(UserId);
        Response.Headers.CacheControl = "no-cache, no-store";
        return File(file, "application/zip", "site.zip");
    }

    /// <summary>Carries out a package.</summary>
    [HttpPost]
    [RequestSizeLimit(MaxPackageBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MaxPackageBytes)]
    [Admin("Deployment/Move/Import", "DeploymentMoveImport")]
    public async Task<IActionResult> Import(IFormFile? package)
    {
        if (!await MayAsync(DeploymentPermissions.Import))
        {
            return Forbid();
        }

        if (package is null)
        {
            await _notifier.ErrorAsync(H["Choose a package."]);
            return RedirectToAction(nameof(Index));
        }

        await using var stream = package.OpenReadStream();
        if (await _packages.ImportAsync(stream) is { } problem)
        {
            LogStopped(UserId);
            await _notifier.ErrorAsync(H["{0}", problem]);
        }
        else
        {
            LogImported(UserId);
            await _audit.RecordAsync(AuditActions.PackageImported, subject: package.FileName);
            await _notifier.SuccessAsync(H["The package is imported. Users sign in with the passwords of the site they come from."]);
        }

        return RedirectToAction(nameof(Index));
    }

    private string? UserId => User.FindFirstValue(ClaimTypes.NameIdentifier);

    private Task<bool> MayAsync(OrchardCore.Security.Permissions.Permission permission) => _authorization.AuthorizeAsync(User, permission);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The whole site was exported by user {UserId}.")]
    private partial void LogExported(string? userId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A package was imported by user {UserId}.")]
    private partial void LogImported(string? userId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The import of a package by user {UserId} stopped.")]
    private partial void LogStopped(string? userId);
}

/// <summary>What the reader of the page may do.</summary>
public sealed record MoveViewModel(bool MayExport, bool MayImport);
