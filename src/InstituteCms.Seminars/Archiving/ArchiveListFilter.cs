using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Contents.Services;
using OrchardCore.Contents.ViewModels;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Views;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Archiving;

/// <summary>What becomes of archived items in the content list.</summary>
public enum ArchiveShown
{
    /// <summary>They are left out.</summary>
    No,

    Also,

    Only,
}

/// <summary>What the content list is asked for about the archive.</summary>
public class ArchiveListViewModel
{
    public ArchiveShown Show { get; set; }
}

/// <summary>Leaves archived items out of the admin's content list, unless it is asked for them.</summary>
public sealed class ArchiveListFilter : IContentsAdminListFilter
{
    /// <summary>Prefix of the field.</summary>
    public const string Prefix = "Archive";

    public async Task FilterAsync(ContentOptionsViewModel model, IQuery<ContentItem> query, IUpdateModel updater)
    {
        var wanted = new ArchiveListViewModel();
        await updater.TryUpdateModelAsync(wanted, Prefix);
        if (wanted.Show == ArchiveShown.Only)
        {
            query.With<ContentItemIndex>(x => x.ContentItemId.IsIn<ArchiveEntryIndex>(entry => entry.ContentItemId, entry => entry.Archived));
        }
        else if (wanted.Show == ArchiveShown.No)
        {
            query.With<ContentItemIndex>(x => x.ContentItemId.IsNotIn<ArchiveEntryIndex>(entry => entry.ContentItemId, entry => entry.Archived));
        }
    }
}

/// <summary>The field of <see cref="ArchiveListFilter"/>, and what the list can do with the items that are ticked.</summary>
public sealed class ArchiveListDisplayDriver : DisplayDriver<ContentOptionsViewModel>
{
    private readonly IHttpContextAccessor _http;

    public ArchiveListDisplayDriver(IHttpContextAccessor http) => _http = http;

    public override bool CanHandleModel(ContentOptionsViewModel model) => string.IsNullOrEmpty(model.SelectedContentType) || SeminarTypes.All.Contains(model.SelectedContentType);

    protected override void BuildPrefix(ContentOptionsViewModel model, string htmlFieldPrefix) => Prefix = ArchiveListFilter.Prefix;

    public override IDisplayResult Display(ContentOptionsViewModel model, BuildDisplayContext context) =>
        Initialize<ArchiveListViewModel>("ContentsAdminList_ArchiveButtons", Fill).Location("BulkActions", "Content:20");

    public override IDisplayResult Edit(ContentOptionsViewModel model, BuildEditorContext context) =>
        Initialize<ArchiveListViewModel>("ContentsAdminList_ArchiveFilter", Fill).Location("Actions:40");

    /// <summary>Orchard Core's list posts its form and goes on to an address made of the route values.</summary>
    public override async Task<IDisplayResult> UpdateAsync(ContentOptionsViewModel model, UpdateEditorContext context)
    {
        var wanted = new ArchiveListViewModel();
        await context.Updater.TryUpdateModelAsync(wanted, ArchiveListFilter.Prefix);
        if (wanted.Show != ArchiveShown.No)
        {
            model.RouteValues[ArchiveListFilter.Prefix + "." + nameof(wanted.Show)] = wanted.Show;
        }

        return Edit(model, context);
    }

    private void Fill(ArchiveListViewModel model) =>
        model.Show = Enum.TryParse<ArchiveShown>(_http.HttpContext?.Request.Query[ArchiveListFilter.Prefix + "." + nameof(model.Show)], ignoreCase: true, out var show) ? show : ArchiveShown.No;
}
