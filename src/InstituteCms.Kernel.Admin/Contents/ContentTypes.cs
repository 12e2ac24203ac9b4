using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.Security.Permissions;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>The types that somebody may do something with.</summary>
public sealed class ContentTypes
{
    private readonly IContentDefinitionManager _definitions;
    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;

    /// <summary>Asks about the given user.</summary>
    public ContentTypes(IContentDefinitionManager definitions, IContentManager contents, IAuthorizationService authorization)
    {
        _definitions = definitions;
        _contents = contents;
        _authorization = authorization;
    }

    /// <summary>Types to create.</summary>
    public Task<IReadOnlyList<ContentTypeDefinition>> CreatableAsync(ClaimsPrincipal user) =>
        FilterAsync(user, CommonPermissions.EditContent, type => type.IsCreatable());

    /// <summary>Types to list.</summary>
    public Task<IReadOnlyList<ContentTypeDefinition>> ListableAsync(ClaimsPrincipal user) =>
        FilterAsync(user, CommonPermissions.ListContent, type => type.IsListable());

    // Permissions may be given for one type or for one's own items only, so an item is asked about.
    private async Task<IReadOnlyList<ContentTypeDefinition>> FilterAsync(
        ClaimsPrincipal user, Permission permission, Func<ContentTypeDefinition, bool> predicate)
    {
        var allowed = new List<ContentTypeDefinition>();
        foreach (var type in (await _definitions.ListTypeDefinitionsAsync()).Where(predicate).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture))
        {
            if (await _authorization.AuthorizeAsync(user, permission, await _contents.NewAsync(type.Name)))
            {
                allowed.Add(type);
            }
        }

        return allowed;
    }
}
