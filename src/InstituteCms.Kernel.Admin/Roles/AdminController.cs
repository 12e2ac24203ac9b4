using InstituteCms.Kernel.Audit;
using InstituteCms.Kernel.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Roles;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Admin.Roles;

/// <summary>A role and what it allows.</summary>
/// <param name="Role">The role.</param>
/// <param name="Groups">Every permission, by heading.</param>
/// <param name="Granted">Names of those it holds.</param>
public sealed record RoleViewModel(Role Role, IReadOnlyList<IGrouping<string, Permission>> Groups, IReadOnlySet<string> Granted);

/// <summary>All roles beside each other.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="Groups">Every permission, by heading.</param>
public sealed record RolesViewModel(IReadOnlyList<Role> Roles, IReadOnlyList<IGrouping<string, Permission>> Groups)
{
    /// <summary>Whether a role holds a permission itself.</summary>
    public static bool Holds(Role role, Permission permission) =>
        role.RoleName == OrchardCoreConstants.Roles.Administrator || role.PermissionNames().Contains(permission.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a role has a permission by way of another one.</summary>
    public static bool IsImplied(Role role, Permission permission) => PermissionClosure.Of(permission).Overlaps(role.PermissionNames());
}

/// <summary>Roles and their permissions.</summary>
[Area("OrchardCore.Roles")]
public sealed class AdminController : Controller
{
    private readonly RoleService _roles;
    private readonly IAuthorizationService _authorization;
    private readonly AuditTrail _audit;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the roles' pages.</summary>
    public AdminController(
        RoleService roles, IAuthorizationService authorization, AuditTrail audit, INotifier notifier,
        IStringLocalizer<AdminController> stringLocalizer, IHtmlLocalizer<AdminController> htmlLocalizer)
    {
        _roles = roles;
        _authorization = authorization;
        _audit = audit;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    /// <summary>Every role.</summary>
    [Admin("Roles/Index", "RolesIndex")]
    public async Task<IActionResult> Index() => await MayAsync() ? View(await AllAsync()) : Forbid();

    /// <summary>What a role allows.</summary>
    [Admin("Roles/Edit/{id}", "RolesEdit")]
    public async Task<IActionResult> Edit(string id)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        return await FindAsync(id) is { } role
            ? View(new RoleViewModel(role, await GroupsAsync(), role.RoleClaims.Select(claim => claim.ClaimValue).ToHashSet(StringComparer.OrdinalIgnoreCase)))
            : NotFound();
    }

    /// <summary>Changes what a role allows.</summary>
    [HttpPost, ActionName("Edit")]
    [Admin("Roles/Edit/{id}", "RolesEdit")]
    public async Task<IActionResult> EditPost(string id, string? description, string[] permissions)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (await FindAsync(id) is not { } role)
        {
            return NotFound();
        }

        var before = role.PermissionNames().ToArray();
        await _roles.CreateOrUpdateAsync(role.RoleName, description, permissions);
        var changes = permissions.Except(before).Select(name => "+" + name).Concat(before.Except(permissions).Select(name => "-" + name));
        await _audit.RecordAsync(AuditActions.RoleChanged, role.RoleName, role.RoleName, string.Join(", ", changes));
        await _notifier.SuccessAsync(H["The role “{0}” is saved.", role.RoleName]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Adds a role, with what the features suggest for its name.</summary>
    [HttpPost]
    [Admin("Roles/Create", "RolesCreate")]
    public async Task<IActionResult> Create(string? name, string? description)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        name = name?.Trim();
        if (string.IsNullOrEmpty(name) || await _roles.FindAsync(name) is not null)
        {
            ModelState.AddModelError(nameof(name), string.IsNullOrEmpty(name) ? S["Enter a name."] : S["There is a role of this name already."]);
            return View(nameof(Index), await AllAsync());
        }

        await _roles.CreateOrUpdateAsync(name, description, []);
        await _audit.RecordAsync(AuditActions.RoleAdded, name, name);
        return RedirectToAction(nameof(Edit), new { id = name });
    }

    private async Task<RolesViewModel> AllAsync() => new(await _roles.GetRolesAsync(), await GroupsAsync());

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, RolesPermissions.ManageRoles);

    // The administrator's permissions are all; there is nothing to choose.
    private async Task<Role?> FindAsync(string id) =>
        await _roles.FindAsync(id) is { } role && role.RoleName != OrchardCoreConstants.Roles.Administrator ? role : null;

    private async Task<IReadOnlyList<IGrouping<string, Permission>>> GroupsAsync() =>
        (await _roles.GetPermissionsAsync()).GroupBy(permission => permission.Category ?? S["General"].Value).OrderBy(group => group.Key, StringComparer.CurrentCulture).ToList();
}
