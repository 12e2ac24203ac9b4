using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.OpenId;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OpenIddict.Abstractions;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Users;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace InstituteCms.Kernel.Admin.OpenId;

/// <summary>The programs that one has let act for oneself.</summary>
[Area("OrchardCore.OpenId")]
[Feature("OrchardCore.OpenId.Server")]
[AdminLook]
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConsentsController : Controller
{
    private readonly OpenIdApplications _programs;
    private readonly IOpenIddictAuthorizationManager _authorizations;
    private readonly UserManager<IUser> _users;
    private readonly AuditTrail _audit;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the page.</summary>
    public ConsentsController(
        OpenIdApplications programs, IOpenIddictAuthorizationManager authorizations, UserManager<IUser> users, AuditTrail audit, INotifier notifier,
        IHtmlLocalizer<ConsentsController> localizer)
    {
        _programs = programs;
        _authorizations = authorizations;
        _users = users;
        _audit = audit;
        _notifier = notifier;
        H = localizer;
    }

    private string UserId => _users.GetUserId(User)!;

    /// <summary>These programs, by name.</summary>
    [HttpGet("/Account/Programs")]
    public async Task<IActionResult> Index()
    {
        var allowed = new HashSet<string?>();
        await foreach (var yes in _authorizations.FindAsync(UserId, client: null, Statuses.Valid, AuthorizationTypes.Permanent, scopes: null))
        {
            allowed.Add(await _authorizations.GetApplicationIdAsync(yes));
        }

        return View((IReadOnlyList<OpenIdApplicationFacts>)[.. (await _programs.ListAsync()).Where(program => allowed.Contains(program.Key)).OrderBy(program => program.DisplayName, StringComparer.CurrentCulture)]);
    }

    /// <summary>Takes one's yes back; the tokens that came of it are worth nothing from then on.</summary>
    [HttpPost("/Account/Programs/{id}/Revoke")]
    public async Task<IActionResult> Revoke(string id)
    {
        if (await _programs.FindAsync(id) is not { } program)
        {
            return NotFound();
        }

        await _authorizations.RevokeAsync(UserId, program.Key, Statuses.Valid, type: null);
        await _audit.RecordAsync(AuditActions.ProgramRefused, program.ClientId, program.DisplayName);
        await _notifier.SuccessAsync(H["“{0}” may not act for you any more.", program.DisplayName]);
        return RedirectToAction(nameof(Index));
    }
}
