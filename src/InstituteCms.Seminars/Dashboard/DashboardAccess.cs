using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.Security.Permissions;
using System.Security.Claims;

namespace InstituteCms.Dashboard;

/// <summary>What the person at the dashboard may do.</summary>
public sealed class DashboardAccess
{
    private readonly IAuthorizationService _authorization;
    private readonly IHttpContextAccessor _httpContext;

    public DashboardAccess(IAuthorizationService authorization, IHttpContextAccessor httpContext)
    {
        _authorization = authorization;
        _httpContext = httpContext;
    }

    private ClaimsPrincipal User => _httpContext.HttpContext!.User;

    public string? UserId => User.FindFirstValue(ClaimTypes.NameIdentifier);

    public Task<bool> MayAsync(Permission permission) => _authorization.AuthorizeAsync(User, permission);

    public Task<bool> MayListAsync(string contentType) => MayAsync(CommonPermissions.ListContent, contentType, UserId);

    public Task<bool> MayCreateAsync(string contentType) => MayAsync(CommonPermissions.EditContent, contentType, UserId);

    /// <summary>Whether items of the type may be edited whoever owns them.</summary>
    public Task<bool> MayEditAllAsync(string contentType) => MayAsync(CommonPermissions.EditContent, contentType, owner: null);

    /// <summary>The types whose items may be listed.</summary>
    public async Task<IReadOnlyList<string>> ListableTypesAsync()
    {
        var types = new List<string>();
        foreach (var type in SeminarTypes.All)
        {
            if (await MayListAsync(type))
            {
                types.Add(type);
            }
        }

        return types;
    }

    private Task<bool> MayAsync(Permission permission, string contentType, string? owner) =>
        _authorization.AuthorizeAsync(User, permission, new ContentItem { ContentType = contentType, Owner = owner });
}
