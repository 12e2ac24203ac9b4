using System.ComponentModel.DataAnnotations;
using InstituteCms.Kernel.Audit;
using InstituteCms.Registrations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Email;
using OrchardCore.Settings;
using OrchardCore.Users;
using YesSql;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Users.Invitations;

/// <summary>Whom to invite, and as what.</summary>
public sealed class InviteForm
{
    /// <summary>Their address.</summary>
    [Required(ErrorMessage = "Enter an e-mail address.")]
    public string Email { get; set; } = string.Empty;

    /// <summary>The roles there are.</summary>
    public IList<RoleChoice> Roles { get; set; } = [];
}

/// <summary>What the invited enter.</summary>
public sealed class AcceptForm
{
    /// <summary>The name to sign in with.</summary>
    [Required(ErrorMessage = "Enter a user name.")]
    public string UserName { get; set; } = string.Empty;

    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Enter the new password.")]
    [DataType(DataType.Password)]
    public string Password { get; set; } = string.Empty;

    /// <summary>The password again.</summary>
    [Compare(nameof(Password), ErrorMessage = "The two entries of the new password differ.")]
    [DataType(DataType.Password)]
    public string PasswordConfirmation { get; set; } = string.Empty;
}

/// <summary>Invites people, who then choose their own name and password.</summary>
[Area("OrchardCore.Users")]
[AdminLook]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationController : Controller
{
    private readonly InvitationDesk _invitations;
    private readonly UserManager<IUser> _users;
    private readonly UserRoles _roles;
    private readonly SignInManager<IUser> _signIn;
    private readonly IEmailService _mail;
    private readonly IEmailAddressValidator _addresses;
    private readonly ISiteService _sites;
    private readonly ISession _session;
    private readonly AuditTrail _audit;
    private readonly IAuthorizationService _authorization;
    private readonly INotifier _notifier;
    private readonly IStringLocalizer S;
    private readonly IHtmlLocalizer H;

    /// <summary>Serves the invitations.</summary>
    public InvitationController(
        InvitationDesk invitations, UserManager<IUser> users, UserRoles roles, SignInManager<IUser> signIn, IEmailService mail,
        IEmailAddressValidator addresses, ISiteService sites, ISession session, AuditTrail audit, IAuthorizationService authorization, INotifier notifier,
        IStringLocalizer<InvitationController> stringLocalizer, IHtmlLocalizer<InvitationController> htmlLocalizer)
    {
        _invitations = invitations;
        _users = users;
        _roles = roles;
        _signIn = signIn;
        _mail = mail;
        _addresses = addresses;
        _sites = sites;
        _session = session;
        _audit = audit;
        _authorization = authorization;
        _notifier = notifier;
        S = stringLocalizer;
        H = htmlLocalizer;
    }

    /// <summary>The form of an invitation.</summary>
    [Admin("Users/Invite", "UsersInvite")]
    public async Task<IActionResult> Invite() => await MayAsync() ? View(new InviteForm { Roles = await _roles.ChoicesAsync([]) }) : Forbid();

    /// <summary>Sends an invitation; where the mail does not go out, there is none.</summary>
    [HttpPost, ActionName("Invite")]
    [Admin("Users/Invite", "UsersInvite")]
    public async Task<IActionResult> InvitePost(InviteForm form)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var (roles, problem) = await _roles.ChosenAsync(User, form.Roles);
        await CheckAsync(form, problem);
        if (ModelState.IsValid && await SendAsync(form.Email.Trim(), roles))
        {
            await _audit.RecordAsync(AuditActions.Invited, subject: form.Email.Trim(), detail: string.Join(", ", roles));
            await _notifier.SuccessAsync(H["The invitation to {0} is sent. The link in it is good once, for {1} days.", form.Email.Trim(), Invitation.ValidDays]);
            return RedirectToAction("Index", "Admin");
        }

        await _session.CancelAsync();
        form.Roles = await _roles.ChoicesAsync([.. form.Roles.Where(role => role.IsSelected).Select(role => role.Name)]);
        return View(form);
    }

    /// <summary>Takes an invitation back.</summary>
    [HttpPost]
    [Admin("Users/Invitations/{id}/Withdraw", "UsersWithdrawInvitation")]
    public async Task<IActionResult> Withdraw(long id)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        if (await _invitations.WithdrawAsync(id) is { } invitation)
        {
            await _audit.RecordAsync(AuditActions.InvitationWithdrawn, subject: invitation.Email);
            await _notifier.SuccessAsync(H["The invitation to {0} is withdrawn.", invitation.Email]);
        }

        return RedirectToAction("Index", "Admin");
    }

    /// <summary>What the invited see.</summary>
    [HttpGet("/Invitation/{token}")]
    public async Task<IActionResult> Accept(string token) => await FindAsync(token) is { } invitation ? Form(invitation, new AcceptForm()) : Gone();

    /// <summary>Makes the account and signs in.</summary>
    [HttpPost("/Invitation/{token}")]
    public async Task<IActionResult> Accept(string token, AcceptForm form)
    {
        if (await FindAsync(token) is not { } invitation)
        {
            return Gone();
        }

        if (!ModelState.IsValid)
        {
            return Form(invitation, form);
        }

        var (user, result) = await _invitations.AcceptAsync(invitation, form.UserName.Trim(), form.Password);
        if (result.Succeeded)
        {
            await _audit.RecordAsync(AuditActions.InvitationAccepted, user.UserId, user.UserName, by: user);
            await _signIn.SignInAsync(user, isPersistent: false);
            await _notifier.SuccessAsync(H["Welcome, {0}. From now on you sign in with this name and your password.", user.UserName]);
            return LocalRedirect("~/Admin");
        }

        await _session.CancelAsync();
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(error.Code.Contains("UserName", StringComparison.Ordinal) ? nameof(form.UserName)
                : error.Code.Contains("Password", StringComparison.Ordinal) ? nameof(form.Password) : string.Empty, error.Description);
        }

        return Form(invitation, form);
    }

    private Task<bool> MayAsync() => _authorization.AuthorizeAsync(User, UsersPermissions.ManageUsers);

    private Task<Invitation?> FindAsync(string token)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return _invitations.FindAsync(token);
    }

    private async Task CheckAsync(InviteForm form, string? problem)
    {
        if (problem is not null)
        {
            ModelState.AddModelError(string.Empty, problem);
        }

        if (!string.IsNullOrWhiteSpace(form.Email) && !_addresses.Validate(form.Email.Trim()))
        {
            ModelState.AddModelError(nameof(form.Email), S["“{0}” is not an e-mail address.", form.Email]);
        }
        else if (!string.IsNullOrWhiteSpace(form.Email) && await _users.FindByEmailAsync(form.Email.Trim()) is not null)
        {
            ModelState.AddModelError(nameof(form.Email), S["There is a user with the address “{0}” already.", form.Email]);
        }
    }

    private async Task<bool> SendAsync(string email, IReadOnlyList<string> roles)
    {
        var (_, secret) = await _invitations.InviteAsync(email, roles, User.Identity!.Name!); // Whoever may be here has a name.
        var site = await _sites.GetSiteSettingsAsync();
        var result = await _mail.SendAsync(new MailMessage
        {
            To = email,
            Subject = S["Invitation to {0}", site.SiteName],
            TextBody = string.Join("\n\n",
                S["{0} invites you to work on the site of {1}.", User.Identity.Name!, site.SiteName].Value,
                S["Choose a name and a password here:"].Value + "\n" + Link(secret, site),
                S["The link is good once, for {0} days. If you did not expect this mail, do nothing.", Invitation.ValidDays].Value),
        });

        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(string.Empty, S["The invitation was not sent: {0}", error.Message.Value]);
        }

        return result.Succeeded;
    }

    private string Link(PersonalToken secret, ISite site)
    {
        var path = Url.Action(nameof(Accept), new { token = secret.Value })!; // The route is this controller's own.
        return string.IsNullOrWhiteSpace(site.BaseUrl)
            ? $"{Request.Scheme}://{Request.Host}{path}"
            : new Uri(new Uri(site.BaseUrl), path).ToString();
    }

    private ViewResult Form(Invitation invitation, AcceptForm form)
    {
        ViewData["Email"] = invitation.Email;
        return View("Accept", form);
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Gone");
    }
}
