using System.ComponentModel.DataAnnotations;
using InstituteCms.Kernel.Admin.Users.Invitations;
using InstituteCms.Kernel.Audit;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Users.Models;

namespace InstituteCms.Kernel.Admin.Users;

/// <summary>One page of people, and who is invited.</summary>
public sealed record UsersViewModel(
    IReadOnlyList<User> Users, string? Q, int Page, int Pages, int Total, IReadOnlyList<Invitation> Invitations, DateTime NowUtc);

/// <summary>How somebody signs in, and when they did.</summary>
public sealed record UserSecurity(bool HasSecondFactor, bool IsLockedOut, IReadOnlyList<AuditEntry> SignIns);

/// <summary>A role to be ticked.</summary>
public sealed class RoleChoice
{
    /// <summary>Its name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Who it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the user has it.</summary>
    public bool IsSelected { get; set; }
}

/// <summary>The form of a user.</summary>
public sealed class UserForm
{
    /// <summary>The id; empty while new.</summary>
    public string? UserId { get; set; }

    /// <summary>The name to sign in with.</summary>
    [Required(ErrorMessage = "Enter a user name.")]
    public string UserName { get; set; } = string.Empty;

    /// <summary>E-mail address.</summary>
    [Required(ErrorMessage = "Enter an e-mail address.")]
    public string Email { get; set; } = string.Empty;

    /// <summary>First password; only while new.</summary>
    [DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>Whether they may sign in.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>The roles there are.</summary>
    public IList<RoleChoice> Roles { get; set; } = [];

    /// <summary>What is known about their signing in; nothing while new.</summary>
    [BindNever]
    public UserSecurity? Security { get; set; }
}

/// <summary>A new password for somebody else.</summary>
public sealed class ResetPasswordForm
{
    /// <summary>The user.</summary>
    public string? UserName { get; set; }

    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Enter the new password.")]
    [DataType(DataType.Password)]
    public string Password { get; set; } = string.Empty;
}

/// <summary>Signing in.</summary>
public sealed class LoginForm
{
    /// <summary>User name or e-mail address.</summary>
    [Required(ErrorMessage = "Enter your user name or e-mail address.")]
    public string UserName { get; set; } = string.Empty;

    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Enter your password.")]
    [DataType(DataType.Password)]
    public string Password { get; set; } = string.Empty;

    /// <summary>Whether to stay signed in when the browser closes.</summary>
    public bool RememberMe { get; set; }
}

/// <summary>A new password of one's own.</summary>
public sealed class ChangePasswordForm
{
    /// <summary>The password so far.</summary>
    [Required(ErrorMessage = "Enter your current password.")]
    [DataType(DataType.Password)]
    public string CurrentPassword { get; set; } = string.Empty;

    /// <summary>The new one.</summary>
    [Required(ErrorMessage = "Enter the new password.")]
    [DataType(DataType.Password)]
    public string Password { get; set; } = string.Empty;

    /// <summary>The new one again.</summary>
    [Compare(nameof(Password), ErrorMessage = "The two entries of the new password differ.")]
    [DataType(DataType.Password)]
    public string PasswordConfirmation { get; set; } = string.Empty;
}
