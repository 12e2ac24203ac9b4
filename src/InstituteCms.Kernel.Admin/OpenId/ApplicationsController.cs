using System.Security.Cryptography;
using InstituteCms.Kernel.Admin.Users;
using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.OpenId;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OpenIddict.Abstractions;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Admin.OpenId;

/// <summary>A secret that was just made.</summary>
/// <param name="Program">Whose it is.</param>
/// <param name="ClientId">The name that it calls itself by.</param>
/// <param name="Secret">The secret, shown this once.</param>
public sealed record NewSecretViewModel(string Program, string ClientId, string Secret);

/// <summary>Programs that may ask for tokens. Only administrators change those with an administrator's role.</summary>
[Area("OrchardCore.OpenId")]
[Feature("OrchardCore.OpenId.Management")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ApplicationsController : Controller
{
    private const int SecretBytes = 32;

    private static readonly string[] _ownScopes = [OpenIddictConstants.Scopes.OpenId, OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.Roles, OpenIddictConstants.Scopes.OfflineAccess];

    private readonly OpenIdApplications _programs;
    private readonly IOpenIddictScopeManager _scopes;
    private readonly UserRoles _roles;
    private readonly AuditTrail _audit;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the pages.</summary>
    public ApplicationsController(
        OpenIdApplications programs, IOpenIddictScopeManager scopes, UserRoles roles, AuditTrail audit, IAuthorizationService authorization, INotifier notifier,
        IStringLocalizer<ApplicationsController> stringLocalizer, IHtmlLocalizer<ApplicationsController> htmlLocalizer)
    {
        _programs = programs;
        _scopes = scopes;
        _roles = roles;
        _audit = audit;
        _authorization = authorization;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    /// <summary>All programs.</summary>
    [Admin("OpenId/Application", "OpenIdApplication")]
    public async Task<IActionResult> Index() => await MayAsync() ? View(await _programs.ListAsync()) : Forbid();

    /// <summary>The form of a new one.</summary>
    [Admin("OpenId/Application/Create", "OpenIdApplicationCreate")]
    public async Task<IActionResult> Create() => await MayAsync() ? View("Edit", new ApplicationForm { Roles = await _roles.ChoicesAsync([]) }) : Forbid();

    /// <summary>Makes it known.</summary>
    [HttpPost, ActionName(nameof(Create))]
    [Admin("OpenId/Application/Create", "OpenIdApplicationCreate")]
    public async Task<IActionResult> CreatePost(ApplicationForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (form.ClientId is { } clientId && await _programs.FindAsync(clientId) is not null)
        {
            ModelState.AddModelError(nameof(form.ClientId), S["There is a program with this id already."]);
        }

        return await SaveAsync(form, new() { ClientId = form.ClientId ?? string.Empty, DisplayName = string.Empty }, NewSecretFor(form));
    }

    /// <summary>The form of one that is there.</summary>
    [Admin("OpenId/Application/Edit/{id}", "OpenIdApplicationEdit")]
    public async Task<IActionResult> Edit(string id)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        return await _programs.FindAsync(id) is { } facts ? View(ApplicationForm.Of(facts, await _roles.ChoicesAsync([.. facts.Roles]))) : NotFound();
    }

    /// <summary>Changes it; with a new secret where that is asked for, or where it had none.</summary>
    [HttpPost, ActionName(nameof(Edit))]
    [Admin("OpenId/Application/Edit/{id}", "OpenIdApplicationEdit")]
    public async Task<IActionResult> EditPost(string id, ApplicationForm form, bool renew)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (await _programs.FindAsync(id) is not { } facts)
        {
            return NotFound();
        }

        if (!MayChange(facts))
        {
            return Forbid();
        }

        (form.IsKnown, form.ClientId) = (true, id);
        return await SaveAsync(form, facts, renew || facts.IsPublic ? NewSecretFor(form) : null);
    }

    /// <summary>Forgets it.</summary>
    [HttpPost]
    [Admin("OpenId/Application/Delete/{id}", "OpenIdApplicationDelete")]
    public async Task<IActionResult> Delete(string id)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (await _programs.FindAsync(id) is not { } facts)
        {
            return NotFound();
        }

        if (!MayChange(facts))
        {
            return Forbid();
        }

        await _programs.DeleteAsync(id);
        await _audit.RecordAsync(AuditActions.ProgramDeleted, id, facts.DisplayName);
        await _notifier.SuccessAsync(H["The program is forgotten. Its tokens work no longer."]);
        return RedirectToAction(nameof(Index));
    }

    private static string? NewSecretFor(ApplicationForm form) => form.IsPublic ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    private static string[] Words(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Stores what was filled in; what a recipe has said besides stays as it was <paramref name="before"/>.</summary>
    private async Task<IActionResult> SaveAsync(ApplicationForm form, OpenIdApplicationFacts before, string? secret)
    {
        var (roles, problem) = await _roles.ChosenAsync(User, form.Roles);
        if (problem is not null)
        {
            ModelState.AddModelError(nameof(form.Roles), problem);
        }

        await CheckAsync(form);
        if (!ModelState.IsValid)
        {
            form.Roles = await _roles.ChoicesAsync([.. form.Roles.Where(role => role.IsSelected).Select(role => role.Name)]);
            return View("Edit", form);
        }

        await _programs.SaveAsync(before with
        {
            DisplayName = form.DisplayName!,
            IsPublic = form.IsPublic,
            Secret = secret,
            AllowClientCredentials = form.AllowClientCredentials,
            AllowAuthorizationCode = form.AllowAuthorizationCode,
            AllowRefreshToken = form.AllowAuthorizationCode && (before.AllowRefreshToken || !before.AllowAuthorizationCode),
            RedirectUris = Words(form.RedirectUris),
            Roles = roles,
            Scopes = Words(form.Scopes),
        });
        await _audit.RecordAsync(AuditActions.ProgramChanged, form.ClientId, form.DisplayName, string.Join(", ", roles));
        if (secret is not null)
        {
            return View("Secret", new NewSecretViewModel(form.DisplayName!, form.ClientId!, secret));
        }

        await _notifier.SuccessAsync(H["The program is saved."]);
        return RedirectToAction(nameof(Index));
    }

    private async Task CheckAsync(ApplicationForm form)
    {
        if (!form.AllowClientCredentials && !form.AllowAuthorizationCode)
        {
            ModelState.AddModelError(nameof(form.AllowClientCredentials), S["Choose at least one."]);
        }

        if (form.IsPublic && form.AllowClientCredentials)
        {
            ModelState.AddModelError(nameof(form.AllowClientCredentials), S["A program without a secret cannot act for itself."]);
        }

        var addresses = Words(form.RedirectUris);
        if (form.AllowAuthorizationCode && (addresses.Length == 0 || !addresses.All(OpenIdApplications.IsRedirectUri)))
        {
            ModelState.AddModelError(nameof(form.RedirectUris), S["Enter whole addresses such as https://example.org/signed-in, one a line."]);
        }

        foreach (var scope in Words(form.Scopes).Except(_ownScopes))
        {
            if (await _scopes.FindByNameAsync(scope) is null)
            {
                ModelState.AddModelError(nameof(form.Scopes), S["There is no scope of the name {0}.", scope]);
            }
        }
    }

    private bool MayChange(OpenIdApplicationFacts program) =>
        User.IsInRole(OrchardCoreConstants.Roles.Administrator) || !program.Roles.Contains(OrchardCoreConstants.Roles.Administrator);

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, OpenIdPermissions.ManageApplications);
}
