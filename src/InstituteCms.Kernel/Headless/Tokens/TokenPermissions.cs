using System.Security.Claims;

namespace InstituteCms.Kernel.Headless.Tokens;

/// <summary>The permissions that a token is good for, beside those of its owner's roles.</summary>
internal static class TokenPermissions
{
    private const string ClaimType = "InstituteCms.TokenPermission";

    /// <summary>What the owner of a token carries of it. One without a name, so that a token good for nothing is not taken for a person.</summary>
    public static IEnumerable<Claim> Claims(IEnumerable<string> permissions) => permissions.Append(string.Empty).Select(name => new Claim(ClaimType, name));

    /// <summary>Whether somebody may use any of the permissions <paramref name="names"/>: without a token every one, with a token those it is good for.</summary>
    public static bool Cover(ClaimsPrincipal user, IReadOnlySet<string> names) =>
        !user.HasClaim(claim => claim.Type == ClaimType) || user.HasClaim(claim => claim.Type == ClaimType && names.Contains(claim.Value));
}
