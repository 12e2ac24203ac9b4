using System.ComponentModel.DataAnnotations;
using InstituteCms.Kernel.Admin.Users;
using InstituteCms.Kernel.OpenId;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Kernel.Admin.OpenId;

/// <summary>A program as it is filled in.</summary>
public sealed class ApplicationForm
{
    /// <summary>The name that people are shown.</summary>
    [Required(ErrorMessage = "Enter a name.")]
    [StringLength(100, ErrorMessage = "At most 100 characters.")]
    public string? DisplayName { get; set; }

    /// <summary>The name that it calls itself by.</summary>
    [Required(ErrorMessage = "Enter an id of letters, digits, dots and hyphens.")]
    [RegularExpression("^[A-Za-z0-9._-]{1,100}$", ErrorMessage = "Enter an id of letters, digits, dots and hyphens.")]
    public string? ClientId { get; set; }

    /// <summary>Whether it runs where no secret is safe.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Whether it acts for itself.</summary>
    public bool AllowClientCredentials { get; set; }

    /// <summary>Whether it acts for people.</summary>
    public bool AllowAuthorizationCode { get; set; }

    /// <summary>Where people come back to, one address a line.</summary>
    public string? RedirectUris { get; set; }

    /// <summary>Names of the scopes that it may ask for, with spaces between.</summary>
    public string? Scopes { get; set; }

    /// <summary>The roles that it has when it acts for itself.</summary>
    public IList<RoleChoice> Roles { get; set; } = [];

    /// <summary>Whether it is there already.</summary>
    [BindNever]
    public bool IsKnown { get; set; }

    internal static ApplicationForm Of(OpenIdApplicationFacts facts, IList<RoleChoice> roles) => new()
    {
        IsKnown = true,
        ClientId = facts.ClientId,
        DisplayName = facts.DisplayName,
        IsPublic = facts.IsPublic,
        AllowClientCredentials = facts.AllowClientCredentials,
        AllowAuthorizationCode = facts.AllowAuthorizationCode,
        RedirectUris = string.Join('\n', facts.RedirectUris),
        Scopes = string.Join(' ', facts.Scopes),
        Roles = roles,
    };
}
