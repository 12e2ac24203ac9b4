using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Admin.Roles;

/// <summary>What a permission allows, in the reader's words.</summary>
public static class PermissionWords
{
    /// <summary>The permission's sentence. One about a type of content is the sentence about all types, with this one's name.</summary>
    public static string Of(Permission permission, IStringLocalizer S)
    {
        var words = permission.Description ?? permission.Name;
        return permission.Category is { Length: > 0 } type && words.Contains(type, StringComparison.Ordinal)
            ? S[words.Replace(type, "{0}", StringComparison.Ordinal), S[type]]
            : S[words];
    }
}
