using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Rendering;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Contents.Services;
using OrchardCore.Contents.ViewModels;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;
using YesSql.Services;
using ISession = YesSql.ISession;

namespace InstituteCms.Kernel.Admin.Contents;

/// <summary>Pages of the content list.</summary>
public sealed class ContentList
{
    private const int PageSize = 20;
    private const int MaxOwners = 200;

    private readonly ContentTypes _types;
    private readonly ISession _session;
    private readonly IContentManager _contents;
    private readonly IContentItemDisplayManager _display;
    private readonly IDisplayManager<ContentOptionsViewModel> _options;
    private readonly IEnumerable<IContentsAdminListFilter> _filters;
    private readonly ContentListMemories _memories;

    /// <summary>Queries the scope's session.</summary>
    public ContentList(
        ContentTypes types, ISession session, IContentManager contents, IContentItemDisplayManager display, IDisplayManager<ContentOptionsViewModel> options,
        IEnumerable<IContentsAdminListFilter> filters, ContentListMemories memories)
    {
        _types = types;
        _session = session;
        _contents = contents;
        _display = display;
        _options = options;
        _filters = filters;
        _memories = memories;
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

        var model = new ContentOptionsViewModel { SearchText = options.Q, SelectedContentType = type?.Name };
        var query = await FindAsync(type is null ? [.. types.Select(t => t.Name)] : [type.Name], options, model, updater);
        var count = await query.CountAsync();
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        options.Page = Math.Clamp(options.Page, 1, pages);

        var items = new List<dynamic>();
        foreach (var item in await query.Skip((options.Page - 1) * PageSize).Take(PageSize).ListAsync(_contents))
        {
            items.Add(await _display.BuildDisplayAsync(item, updater, "SummaryAdmin"));
        }

        var creatable = (await _types.CreatableAsync(user)).Where(t => type is null || t.Name == type.Name).ToList();
        var filters = await _options.BuildEditorAsync(model, updater, isNew: false);
        var batches = await _options.BuildDisplayAsync(model, updater, "BulkActions");
        return new ContentListViewModel(
            type, types, creatable, options, filters, batches, await OwnersAsync(options.Owner), items, count, pages, await _memories.ReadAsync(user));
    }

    private async Task<IQuery<ContentItem>> FindAsync(
        IReadOnlyList<string> types, ContentListOptions options, ContentOptionsViewModel model, IUpdateModel updater)
    {
        var query = Ordered(_session.Query<ContentItem, ContentItemIndex>(index => index.ContentType.IsIn(types)), options.Sort);
        query = options.Status switch
        {
            ContentStatus.Published => query.Where(index => index.Published),
            ContentStatus.Draft => query.Where(index => index.Latest && !index.Published),
            _ => query.Where(index => index.Latest),
        };
        if (options.Owner is { Length: > 0 } owner)
        {
            query = query.Where(index => index.Owner == owner);
        }

        foreach (var filter in _filters)
        {
            await filter.FilterAsync(model, query, updater);
        }

        foreach (var word in WordsOf(model.SearchText))
        {
            query = query.Where(index => index.DisplayText.Contains(word));
        }

        return query.NoDuplicates(); // Each version has one row in each index that filters join.
    }

    private static IQuery<ContentItem, ContentItemIndex> Ordered(IQuery<ContentItem, ContentItemIndex> query, ContentOrder order) => order switch
    {
        ContentOrder.Created => query.OrderByDescending(index => index.CreatedUtc),
        ContentOrder.Published => query.OrderByDescending(index => index.PublishedUtc),
        ContentOrder.Title => query.OrderBy(index => index.DisplayText),
        _ => query.OrderByDescending(index => index.ModifiedUtc),
    };

    private static string[] WordsOf(string? text) =>
        (text ?? string.Empty).Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task<IReadOnlyList<SelectListItem>> OwnersAsync(string? selected) => [.. (await _session
        .Query<User, UserIndex>()
        .OrderBy(index => index.NormalizedUserName)
        .Take(MaxOwners)
        .ListAsync()).Select(user => new SelectListItem(user.UserName, user.UserId, user.UserId == selected))];
}
