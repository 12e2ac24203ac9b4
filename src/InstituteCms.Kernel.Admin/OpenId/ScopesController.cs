using System.ComponentModel.DataAnnotations;
using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.OpenId;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OpenIddict.Abstractions;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;

namespace InstituteCms.Kernel.Admin.OpenId;

/// <summary>A scope as it is filled in.</summary>
public sealed class ScopeForm
{
    /// <summary>Its name, as programs ask for it.</summary>
    [Required(ErrorMessage = "Enter an id of letters, digits, dots and hyphens.")]
    [RegularExpression("^[A-Za-z0-9._:-]{1,100}$", ErrorMessage = "Enter an id of letters, digits, dots and hyphens.")]
    public string? Name { get; set; }

    /// <summary>What people read who are asked.</summary>
    [StringLength(200, ErrorMessage = "At most 200 characters.")]
    public string? Description { get; set; }

    /// <summary>Who takes tokens of this scope, with spaces between.</summary>
    public string? Resources { get; set; }
}

/// <summary>All scopes, and the form of one.</summary>
/// <param name="Scopes">Name and description.</param>
/// <param name="Form">The form.</param>
public sealed record ScopesViewModel(IReadOnlyList<ScopeForm> Scopes, ScopeForm Form);

/// <summary>What tokens can be for.</summary>
[Area("OrchardCore.OpenId")]
[Feature("OrchardCore.OpenId.Management")]
public sealed class ScopesController : Controller
{
    private readonly IOpenIddictScopeManager _scopes;
    private readonly IAuthorizationService _authorization;
    private readonly AuditTrail _audit;
    private readonly INotifier _notifier;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the page.</summary>
    public ScopesController(IOpenIddictScopeManager scopes, IAuthorizationService authorization, AuditTrail audit, INotifier notifier, IHtmlLocalizer<ScopesController> localizer)
    {
        _scopes = scopes;
        _authorization = authorization;
        _audit = audit;
        _notifier = notifier;
        H = localizer;
    }

    /// <summary>All scopes.</summary>
    [Admin("OpenId/Scope", "OpenIdScope")]
    public async Task<IActionResult> Index() => await MayAsync() ? View(new ScopesViewModel(await ListAsync(), new())) : Forbid();

    /// <summary>Makes a scope known, or changes the one of this name.</summary>
    [HttpPost]
    [Admin("OpenId/Scope/Save", "OpenIdScopeSave")]
    public async Task<IActionResult> Save([Bind(Prefix = nameof(ScopesViewModel.Form))] ScopeForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return View(nameof(Index), new ScopesViewModel(await ListAsync(), form));
        }

        var descriptor = new OpenIddictScopeDescriptor { Name = form.Name, DisplayName = form.Name, Description = form.Description };
        descriptor.Resources.UnionWith(form.Resources?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);
        if (await _scopes.FindByNameAsync(form.Name!) is { } known)
        {
            await _scopes.UpdateAsync(known, descriptor);
        }
        else
        {
            await _scopes.CreateAsync(descriptor);
        }

        await _audit.RecordAsync(AuditActions.ScopeChanged, form.Name, form.Name);
        await _notifier.SuccessAsync(H["The scope is saved."]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Forgets a scope.</summary>
    [HttpPost]
    [Admin("OpenId/Scope/Delete/{id}", "OpenIdScopeDelete")]
    public async Task<IActionResult> Delete(string id)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (await _scopes.FindByNameAsync(id) is { } scope)
        {
            await _scopes.DeleteAsync(scope);
            await _audit.RecordAsync(AuditActions.ScopeDeleted, id, id);
            await _notifier.SuccessAsync(H["The scope is forgotten."]);
        }

        return RedirectToAction(nameof(Index));
    }

    private async Task<IReadOnlyList<ScopeForm>> ListAsync()
    {
        var scopes = new List<ScopeForm>();
        await foreach (var scope in _scopes.ListAsync())
        {
            scopes.Add(new()
            {
                Name = await _scopes.GetNameAsync(scope),
                Description = await _scopes.GetDescriptionAsync(scope),
                Resources = string.Join(' ', await _scopes.GetResourcesAsync(scope)),
            });
        }

        return scopes;
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, OpenIdPermissions.ManageApplications);
}
