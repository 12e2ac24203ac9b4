using System.Security.Claims;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Records;
using OrchardCore.DisplayManagement.ModelBinding;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>Pages of the content list.</summary>
public sealed class ContentList
{
    private const int PageSize = 20;

    private readonly ContentTypes _types;
    private readonly ISession _session;
    private readonly IContentManager _contents;
    private readonly IContentItemDisplayManager _display;

    /// <summary>Queries the scope's session.</summary>
    public ContentList(ContentTypes types, ISession session, IContentManager contents, IContentItemDisplayManager display)
    {
        _types = types;
        _session = session;
        _contents = contents;
        _display = display;
    }

    /// <summary>A page; null where the user may list no such type.</summary>
    public async Task<ContentListViewModel?> BuildAsync(ClaimsPrincipal user, string? typeName, ContentListOptions options, IUpdateModel updater)
    {
        var types = await _types.ListableAsync(user);
        var type = types.FirstOrDefault(t => t.Name == typeName);
        if (types.Count == 0 || (!string.IsNullOrEmpty(typeName) && type is null))
        {
            return null;
        }

        var query = Find(type is null ? types.Select(t => t.Name) : [type.Name], options);
        var count = await query.CountAsync();
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        options.Page = Math.Clamp(options.Page, 1, pages);

        var items = new List<dynamic>();
        foreach (var item in await query.Skip((options.Page - 1) * PageSize).Take(PageSize).ListAsync(_contents))
        {
            items.Add(await _display.BuildDisplayAsync(item, updater, "SummaryAdmin"));
        }

        var creatable = (await _types.CreatableAsync(user)).Where(t => type is null || t.Name == type.Name).ToList();
        return new ContentListViewModel(type, types, creatable, options, items, count, pages);
    }

    private IQuery<ContentItem, ContentItemIndex> Find(IEnumerable<string> types, ContentListOptions options)
    {
        var names = types.ToList();
        var query = _session.Query<ContentItem, ContentItemIndex>(index => index.ContentType.IsIn(names));
        query = options.Status switch
        {
            ContentStatus.Published => query.Where(index => index.Published),
            ContentStatus.Draft => query.Where(index => index.Latest && !index.Published),
            _ => query.Where(index => index.Latest),
        };

        foreach (var word in options.Words)
        {
            query = query.Where(index => index.DisplayText.Contains(word));
        }

        return query.OrderByDescending(index => index.ModifiedUtc).ThenBy(index => index.Id);
    }
}
