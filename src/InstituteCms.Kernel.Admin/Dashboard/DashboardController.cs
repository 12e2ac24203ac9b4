using InstituteCms.Kernel.Admin.Contents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Users;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Dashboard;

/// <summary>What one can do next.</summary>
/// <param name="Creatable">Types the user may create.</param>
/// <param name="Drafts">Latest changes that are not public yet.</param>
/// <param name="MayManageUsers">Whether to point at users.</param>
public sealed record DashboardViewModel(IReadOnlyList<ContentTypeDefinition> Creatable, IReadOnlyList<ContentItem> Drafts, bool MayManageUsers);

/// <summary>The first page of the admin.</summary>
[Area("OrchardCore.Admin")]
public sealed class DashboardController : Controller
{
    private const int DraftsShown = 8;

    private readonly ContentTypes _types;
    private readonly ISession _session;
    private readonly IContentManager _contents;
    private readonly IAuthorizationService _authorization;

    /// <summary>Serves the first page.</summary>
    public DashboardController(ContentTypes types, ISession session, IContentManager contents, IAuthorizationService authorization)
    {
        _types = types;
        _session = session;
        _contents = contents;
        _authorization = authorization;
    }

    /// <summary>The dashboard.</summary>
    [Admin("", "Admin")]
    public async Task<IActionResult> Index()
    {
        var listable = (await _types.ListableAsync(User)).Select(type => type.Name).ToList();
        var drafts = await _session.Query<ContentItem, ContentItemIndex>(index => index.Latest && !index.Published && index.ContentType.IsIn(listable))
            .OrderByDescending(index => index.ModifiedUtc)
            .Take(DraftsShown)
            .ListAsync(_contents);

        return View(new DashboardViewModel(
            await _types.CreatableAsync(User), [.. drafts], await _authorization.AuthorizeAsync(User, UsersPermissions.ManageUsers)));
    }
}
