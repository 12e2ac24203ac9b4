using InstituteCms.Kernel.Admin.Users.Invitations;
using InstituteCms.Kernel.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Users;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Users;

/// <summary>Who may sign in, and with which roles. Only administrators change administrators.</summary>
[Area("OrchardCore.Users")]
public sealed class AdminController : Controller
{
    private const int PageSize = 50;
    private const int SignInsShown = 20;

    private readonly UserManager<IUser> _users;
    private readonly UserRoles _roles;
    private readonly InvitationDesk _invitations;
    private readonly ISession _session;
    private readonly IAuthorizationService _authorization;
    private readonly AuditTrail _audit;
    private readonly IClock _clock;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the users' pages.</summary>
    public AdminController(
        UserManager<IUser> users, UserRoles roles, InvitationDesk invitations, ISession session, IAuthorizationService authorization, AuditTrail audit, IClock clock, INotifier notifier,
        IStringLocalizer<AdminController> stringLocalizer, IHtmlLocalizer<AdminController> htmlLocalizer)
    {
        _users = users;
        _roles = roles;
        _invitations = invitations;
        _session = session;
        _authorization = authorization;
        _audit = audit;
        _clock = clock;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    private bool IsAdministrator => User.IsInRole(OrchardCoreConstants.Roles.Administrator);

    /// <summary>Everybody, or those whose name or address has <paramref name="q"/> in it; and who is invited.</summary>
    [Admin("Users/Index", "UsersIndex")]
    public async Task<IActionResult> Index(string? q, int page = 1)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        page = Math.Max(1, page);
        var total = await Query(q).CountAsync();
        var users = await Query(q).OrderBy(index => index.NormalizedUserName).Skip((page - 1) * PageSize).Take(PageSize).ListAsync();
        return View(new UsersViewModel(
            [.. users], q, page, Math.Max(1, (total + PageSize - 1) / PageSize), total, await _invitations.ListAsync(), _clock.UtcNow));
    }

    /// <summary>The form for somebody new.</summary>
    [Admin("Users/Create", "UsersCreate")]
    public async Task<IActionResult> Create() => await MayAsync() ? View("Edit", await WithRolesAsync(new UserForm(), [])) : Forbid();

    /// <summary>Adds somebody.</summary>
    [HttpPost, ActionName("Create")]
    [Admin("Users/Create", "UsersCreate")]
    public async Task<IActionResult> CreatePost(UserForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (string.IsNullOrEmpty(form.Password))
        {
            ModelState.AddModelError(nameof(form.Password), S["Enter a first password."]);
        }

        var user = new User();
        return ModelState.IsValid && await ApplyAsync(user, form) && Succeeded(await _users.CreateAsync(user, form.Password!))
            ? await DoneAsync("“{0}” may sign in now.", AuditActions.UserAdded, user, string.Join(", ", user.RoleNames))
            : await AgainAsync(form);
    }

    /// <summary>The form of somebody.</summary>
    [Admin("Users/Edit/{id}", "UsersEdit")]
    public async Task<IActionResult> Edit(string id)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        return await FindAsync(id) is not { } user
            ? NotFound()
            : View(await WithRolesAsync(new UserForm { UserId = user.UserId, UserName = user.UserName, Email = user.Email, IsEnabled = user.IsEnabled }, user.RoleNames));
    }

    /// <summary>Changes somebody's name, address, roles or whether they may sign in; they are signed out elsewhere.</summary>
    [HttpPost, ActionName("Edit")]
    [Admin("Users/Edit/{id}", "UsersEdit")]
    public async Task<IActionResult> EditPost(string id, UserForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (await FindAsync(id) is not { } user)
        {
            return NotFound();
        }

        form.UserId = user.UserId;
        return ModelState.IsValid && await ApplyAsync(user, form) && Succeeded(await _users.UpdateSecurityStampAsync(user))
            ? await DoneAsync("“{0}” is saved.", AuditActions.UserChanged, user, string.Join(", ", user.RoleNames))
            : await AgainAsync(form);
    }

    /// <summary>The form for somebody's new password.</summary>
    [Admin("Users/EditPassword/{id}", "UsersEditPassword")]
    public async Task<IActionResult> EditPassword(string id)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        return await FindAsync(id) is { } user ? View(new ResetPasswordForm { UserName = user.UserName }) : NotFound();
    }

    /// <summary>Gives somebody a new password.</summary>
    [HttpPost, ActionName("EditPassword")]
    [Admin("Users/EditPassword/{id}", "UsersEditPassword")]
    public async Task<IActionResult> EditPasswordPost(string id, ResetPasswordForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (await FindAsync(id) is not { } user)
        {
            return NotFound();
        }

        form.UserName = user.UserName;
        if (!MayChange(user))
        {
            ModelState.AddModelError(string.Empty, S["Only an administrator can change an administrator."]);
        }

        if (ModelState.IsValid)
        {
            user.LockoutEndUtc = null;
            user.AccessFailedCount = 0;
            var token = await _users.GeneratePasswordResetTokenAsync(user);
            if (Succeeded(await _users.ResetPasswordAsync(user, token, form.Password)))
            {
                return await DoneAsync("“{0}” has a new password.", AuditActions.PasswordSet, user);
            }
        }

        await _session.CancelAsync();
        return View(form);
    }

    /// <summary>Signs somebody out on every device.</summary>
    [HttpPost]
    [Admin("Users/SignOut/{id}", "UsersSignOut")]
    public Task<IActionResult> SignOutEverywhere(string id) => ChangeAsync(
        id, AuditActions.SignedOutEverywhere, "“{0}” is signed out everywhere within a minute.", _users.UpdateSecurityStampAsync);

    /// <summary>Takes a second factor away, for somebody who has lost theirs.</summary>
    [HttpPost]
    [Admin("Users/ResetSecondFactor/{id}", "UsersResetSecondFactor")]
    public Task<IActionResult> ResetSecondFactor(string id) => ChangeAsync(
        id, AuditActions.SecondFactorReset, "“{0}” signs in with the password alone now.",
        async user =>
        {
            await _users.SetTwoFactorEnabledAsync(user, false);
            return await _users.ResetAuthenticatorKeyAsync(user);
        });

    private async Task<IActionResult> ChangeAsync(string id, string action, string done, Func<User, Task<IdentityResult>> change)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (await FindAsync(id) is not { } user)
        {
            return NotFound();
        }

        if (!MayChange(user))
        {
            await _notifier.ErrorAsync(H["Only an administrator can change an administrator."]);
        }
        else if (Succeeded(await change(user)))
        {
            await _audit.RecordAsync(action, user.UserId, user.UserName);
            await _notifier.SuccessAsync(H[done, user.UserName]);
        }
        else
        {
            await _session.CancelAsync();
            await _notifier.ErrorAsync(H["Somebody else changed this user meanwhile. Try again."]);
        }

        return RedirectToAction(nameof(Edit), new { id });
    }

    private IQuery<User, UserIndex> Query(string? q) => q?.Trim().ToUpperInvariant() is { Length: > 0 } text
        ? _session.Query<User, UserIndex>(index => index.NormalizedUserName.Contains(text) || index.NormalizedEmail.Contains(text))
        : _session.Query<User, UserIndex>();

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, UsersPermissions.ManageUsers);

    private async Task<User?> FindAsync(string id) => await _users.FindByIdAsync(id) as User;

    private bool MayChange(User user) => IsAdministrator || !user.RoleNames.Contains(OrchardCoreConstants.Roles.Administrator);

    private async Task<bool> ApplyAsync(User user, UserForm form)
    {
        var (roles, problem) = await _roles.ChosenAsync(User, form.Roles);
        if (problem is not null || !MayChange(user))
        {
            ModelState.AddModelError(string.Empty, S["Only an administrator can change an administrator."]);
        }
        else if (await IsLastAdministratorAsync(user) && !(form.IsEnabled && roles.Contains(OrchardCoreConstants.Roles.Administrator)))
        {
            ModelState.AddModelError(string.Empty, S["Somebody has to remain an administrator who can sign in."]);
        }

        (user.UserName, user.Email, user.IsEnabled, user.RoleNames) = (form.UserName.Trim(), form.Email.Trim(), form.IsEnabled, [.. roles]);
        return ModelState.IsValid;
    }

    private async Task<bool> IsLastAdministratorAsync(User user) =>
        user.RoleNames.Contains(OrchardCoreConstants.Roles.Administrator)
        && !(await _users.GetUsersInRoleAsync(OrchardCoreConstants.Roles.Administrator)).Cast<User>().Any(other => other.UserId != user.UserId && other.IsEnabled);

    private async Task<UserForm> WithRolesAsync(UserForm form, ICollection<string> selected)
    {
        form.Roles = await _roles.ChoicesAsync(selected);
        if (form.UserId is { } id && await FindAsync(id) is { } user)
        {
            var (signIns, _) = await _audit.ReadAsync(new AuditFilter(AuditCategory.SignIn, UserId: id), page: 1, SignInsShown);
            form.Security = new UserSecurity(user.TwoFactorEnabled, await _users.IsLockedOutAsync(user), signIns);
        }

        return form;
    }

    private bool Succeeded(IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            var field = error.Code.Contains("Password", StringComparison.Ordinal) ? nameof(UserForm.Password)
                : error.Code.Contains("Email", StringComparison.Ordinal) ? nameof(UserForm.Email)
                : error.Code.Contains("UserName", StringComparison.Ordinal) ? nameof(UserForm.UserName)
                : string.Empty;
            ModelState.AddModelError(field, error.Description);
        }

        return result.Succeeded;
    }

    private async Task<IActionResult> AgainAsync(UserForm form)
    {
        await _session.CancelAsync();
        return View("Edit", await WithRolesAsync(form, [.. form.Roles.Where(role => role.IsSelected).Select(role => role.Name)]));
    }

    private async Task<IActionResult> DoneAsync(string message, string action, User user, string? detail = null)
    {
        await _audit.RecordAsync(action, user.UserId, user.UserName, detail);
        await _notifier.SuccessAsync(H[message, user.UserName]);
        return RedirectToAction(nameof(Index));
    }
}
