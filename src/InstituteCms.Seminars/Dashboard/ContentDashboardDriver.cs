using OrchardCore.ContentManagement.Records;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using YesSql;
using YesSql.Services;

namespace InstituteCms.Dashboard;

/// <summary>What was begun and what was changed: rows of the index, no item is loaded.</summary>
public sealed class ContentDashboardDriver : DisplayDriver<SeminarDashboard>
{
    private const int Shown = 6;

    private readonly DashboardAccess _access;
    private readonly ISession _session;

    public ContentDashboardDriver(DashboardAccess access, ISession session)
    {
        _access = access;
        _session = session;
    }

    public override async Task<IDisplayResult> DisplayAsync(SeminarDashboard model, BuildDisplayContext context)
    {
        var types = await _access.ListableTypesAsync();
        if (types.Count == 0)
        {
            return null!; // Nothing to show, says the contract.
        }

        return Combine(
            Initialize<MyDraftsViewModel>("SeminarDashboard_MyDrafts", drafts => FillDraftsAsync(drafts, types)).Location("Side:1"),
            Initialize<RecentChangesViewModel>("SeminarDashboard_RecentChanges", changes => FillChangesAsync(changes, types)).Location("Side:3"));
    }

    private async ValueTask FillDraftsAsync(MyDraftsViewModel model, IReadOnlyList<string> types)
    {
        var me = _access.UserId;
        model.Editable = types; // One's own.
        model.Items = [.. await _session
            .QueryIndex<ContentItemIndex>(x => x.Owner == me && x.Latest && !x.Published && x.ContentType.IsIn(types))
            .OrderByDescending(x => x.ModifiedUtc)
            .Take(Shown)
            .ListAsync()];
    }

    private async ValueTask FillChangesAsync(RecentChangesViewModel model, IReadOnlyList<string> types)
    {
        var editable = new List<string>();
        foreach (var type in types)
        {
            if (await _access.MayEditAllAsync(type))
            {
                editable.Add(type);
            }
        }

        model.Editable = editable;
        model.Items = [.. await _session
            .QueryIndex<ContentItemIndex>(x => x.Latest && x.ContentType.IsIn(types))
            .OrderByDescending(x => x.ModifiedUtc)
            .Take(Shown)
            .ListAsync()];
    }
}
