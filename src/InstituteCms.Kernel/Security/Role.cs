#nullable disable
using System.Security.Claims;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Security;

/// <summary>A named set of permissions that users are given.</summary>
public interface IRole
{
    /// <summary>Unique name.</summary>
    string RoleName { get; }

    /// <summary>Who it is for, in words.</summary>
    string RoleDescription { get; }
}

/// <summary>A role as it is stored.</summary>
public class Role : IRole
{
    /// <inheritdoc />
    public string RoleName { get; set; }

    /// <inheritdoc />
    public string RoleDescription { get; set; }

    /// <summary>The name in capitals, for look-ups.</summary>
    public string NormalizedRoleName { get; set; }

    /// <summary>What it allows: claims of type <see cref="Permission.ClaimType"/>.</summary>
    public List<RoleClaim> RoleClaims { get; set; } = [];
}

/// <summary>A claim that a role carries.</summary>
public class RoleClaim
{
    /// <summary>An empty claim, to be filled in.</summary>
    public RoleClaim()
    {
    }

    /// <summary>A claim of <paramref name="type"/>.</summary>
    public RoleClaim(string type, string value)
    {
        ClaimType = type;
        ClaimValue = value;
    }

    /// <summary>Its type.</summary>
    public string ClaimType { get; set; }

    /// <summary>Its value.</summary>
    public string ClaimValue { get; set; }

    /// <summary>The claim that stands for the permission named <paramref name="value"/>.</summary>
    public static RoleClaim Create(string value) => new(Permission.ClaimType, value);
}
