using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using System.Security.Claims;

namespace InstituteCms.Kernel.Content.Security;

/// <summary>The general permissions, and who has them to begin with.</summary>
internal sealed class ContentPermissions : IPermissionProvider
{
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(
    [
        CommonPermissions.EditContent, CommonPermissions.EditOwnContent,
        CommonPermissions.PublishContent, CommonPermissions.PublishOwnContent,
        CommonPermissions.DeleteContent, CommonPermissions.DeleteOwnContent,
        CommonPermissions.ViewContent, CommonPermissions.ViewOwnContent,
        CommonPermissions.PreviewContent, CommonPermissions.PreviewOwnContent,
        CommonPermissions.CloneContent, CommonPermissions.CloneOwnContent,
        CommonPermissions.ListContent, CommonPermissions.EditContentOwner, CommonPermissions.AccessContentApi,
    ]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        For(OrchardCoreConstants.Roles.Administrator, CommonPermissions.PublishContent, CommonPermissions.EditContent, CommonPermissions.DeleteContent, CommonPermissions.PreviewContent, CommonPermissions.CloneContent, CommonPermissions.AccessContentApi, CommonPermissions.ListContent, CommonPermissions.EditContentOwner),
        For(OrchardCoreConstants.Roles.Editor, CommonPermissions.PublishContent, CommonPermissions.EditContent, CommonPermissions.DeleteContent, CommonPermissions.PreviewContent, CommonPermissions.CloneContent, CommonPermissions.ListContent),
        For("Author", CommonPermissions.PublishOwnContent, CommonPermissions.EditOwnContent, CommonPermissions.DeleteOwnContent, CommonPermissions.PreviewOwnContent, CommonPermissions.CloneOwnContent),
        For("Contributor", CommonPermissions.EditOwnContent, CommonPermissions.PreviewOwnContent, CommonPermissions.CloneOwnContent),
        For(OrchardCoreConstants.Roles.Authenticated, CommonPermissions.ViewContent),
        For(OrchardCoreConstants.Roles.Anonymous, CommonPermissions.ViewContent),
    ];

    private static PermissionStereotype For(string role, params Permission[] permissions) => new() { Name = role, Permissions = permissions };
}

/// <summary>The permissions of one securable type, for example <c>EditOwn_Event</c>.</summary>
internal sealed class ContentTypePermissions : IPermissionProvider
{
    /// <summary>Name for a type, what it says, and the permission it is a part of.</summary>
    private static readonly (string Name, string Description, Permission General)[] _templates =
    [
        ("Publish_{0}", "Publish or unpublish {0} for others", CommonPermissions.PublishContent),
        ("PublishOwn_{0}", "Publish or unpublish own {0}", CommonPermissions.PublishOwnContent),
        ("Edit_{0}", "Edit {0} for others", CommonPermissions.EditContent),
        ("EditOwn_{0}", "Edit own {0}", CommonPermissions.EditOwnContent),
        ("Delete_{0}", "Delete {0} for others", CommonPermissions.DeleteContent),
        ("DeleteOwn_{0}", "Delete own {0}", CommonPermissions.DeleteOwnContent),
        ("View_{0}", "View {0} by others", CommonPermissions.ViewContent),
        ("ViewOwn_{0}", "View own {0}", CommonPermissions.ViewOwnContent),
        ("Preview_{0}", "Preview {0} by others", CommonPermissions.PreviewContent),
        ("PreviewOwn_{0}", "Preview own {0}", CommonPermissions.PreviewOwnContent),
        ("Clone_{0}", "Clone {0} by others", CommonPermissions.CloneContent),
        ("CloneOwn_{0}", "Clone own {0}", CommonPermissions.CloneOwnContent),
        ("ListContent_{0}", "List {0}", CommonPermissions.ListContent),
        ("EditContentOwner_{0}", "Edit the owner of {0}", CommonPermissions.EditContentOwner),
    ];

    private readonly IContentDefinitionManager _definitions;

    public ContentTypePermissions(IContentDefinitionManager definitions) => _definitions = definitions;

    public async Task<IEnumerable<Permission>> GetPermissionsAsync() =>
    [
        .. from type in await _definitions.ListTypeDefinitionsAsync()
           where type.IsSecurable()
           from template in _templates
           select For(template.General, type.Name, type.DisplayName)!,
    ];

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];

    /// <summary>The type's permission that <paramref name="general"/> implies; null where there is none. Those that imply the general one imply it too.</summary>
    public static Permission? For(Permission general, string contentType, string? displayName = null)
    {
        var (name, description, _) = _templates.FirstOrDefault(template => template.General.Name == general.Name);
        return name is null ? null : new Permission(
            string.Format(null, name, contentType),
            string.Format(null, description, displayName ?? contentType),
            [general, .. (general.ImpliedBy ?? []).Select(stronger => For(stronger, contentType, displayName)).OfType<Permission>()])
        {
            Category = displayName ?? contentType,
        };
    }
}

/// <summary>A general permission on an item is also granted by the one for its type and, to its owner, by the one for own content.</summary>
internal sealed class ContentAuthorizationHandler : AuthorizationHandler<PermissionRequirement>
{
    private readonly IServiceProvider _services;

    public ContentAuthorizationHandler(IServiceProvider services) => _services = services;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var permission = requirement.Permission;
        var item = (context.Resource as IContent)?.ContentItem;
        var contentType = item?.ContentType ?? context.Resource as string ?? (context.Resource as ContentTypeDefinition)?.Name;
        if (context.HasSucceeded || contentType is null)
        {
            return;
        }

        // Asking for a type rather than an item: one may well own the item that is about to be made.
        var owns = item is null || IsOwner(context.User, item);
        var own = owns ? CommonPermissions.OwnVariants.GetValueOrDefault(permission.Name) : null;
        Permission?[] granting = [ContentTypePermissions.For(permission, contentType), own, own is null ? null : ContentTypePermissions.For(own, contentType)];

        // Looked up late: the authorization service is made of handlers like this one.
        var authorization = _services.GetRequiredService<IAuthorizationService>();
        foreach (var variant in granting.OfType<Permission>())
        {
            if (await authorization.AuthorizeAsync(context.User, variant))
            {
                context.Succeed(requirement);
                return;
            }
        }
    }

    private static bool IsOwner(ClaimsPrincipal user, ContentItem item) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId && userId == item.Owner;
}
