#nullable disable
using System.Security.Claims;

namespace OrchardCore.Security.Permissions;

/// <summary>Something a role may be allowed to do; whoever holds one of <see cref="ImpliedBy"/> holds it too.</summary>
public class Permission
{
    /// <summary>The claim type under which roles hold permissions.</summary>
    public const string ClaimType = "Permission";

    /// <summary>Declares a permission by its unique name.</summary>
    public Permission(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>Declares a permission with the sentence administrators read.</summary>
    public Permission(string name, string description, bool isSecurityCritical = false)
        : this(name, description, [], isSecurityCritical)
    {
    }

    /// <summary>Declares a permission that comes with any of <paramref name="impliedBy"/>.</summary>
    public Permission(string name, string description, IEnumerable<Permission> impliedBy, bool isSecurityCritical = false)
        : this(name)
    {
        Description = description;
        ImpliedBy = impliedBy;
        IsSecurityCritical = isSecurityCritical;
    }

    /// <summary>Unique; what roles store.</summary>
    public string Name { get; }

    /// <summary>What it allows, in words.</summary>
    public string Description { get; set; }

    /// <summary>The heading it is listed under.</summary>
    public string Category { get; set; }

    /// <summary>Permissions that bring this one along.</summary>
    public IEnumerable<Permission> ImpliedBy { get; } = [];

    /// <summary>Whether whoever holds it can raise their own rights.</summary>
    public bool IsSecurityCritical { get; }

    /// <summary>The claim a role holds it by.</summary>
    public static implicit operator Claim(Permission p) => new(ClaimType, p.Name);
}

/// <summary>Permissions that a feature suggests for the role <see cref="Name"/>.</summary>
public class PermissionStereotype
{
    /// <summary>The role's name.</summary>
    public string Name { get; set; }

    /// <summary>What it is given once.</summary>
    public IEnumerable<Permission> Permissions { get; set; }
}
