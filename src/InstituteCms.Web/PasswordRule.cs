using Microsoft.AspNetCore.Identity;

namespace InstituteCms.Web;

/// <summary>What a password has to be on every site: long rather than complicated, as NIST SP 800-63B advises.</summary>
internal static class PasswordRule
{
    public static void Apply(IdentityOptions options) => options.Password = new PasswordOptions
    {
        RequiredLength = 12,
        RequireDigit = false,
        RequireLowercase = false,
        RequireUppercase = false,
        RequireNonAlphanumeric = false,
    };
}
