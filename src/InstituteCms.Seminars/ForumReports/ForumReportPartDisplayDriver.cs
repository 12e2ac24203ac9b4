using InstituteCms.Editors;
using InstituteCms.Events;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using YesSql;

namespace InstituteCms.ForumReports;

/// <summary>Shows a report, and translates between it and its form.</summary>
public sealed class ForumReportPartDisplayDriver : ContentPartDisplayDriver<ForumReportPart>
{
    private const int KnownEvents = 200;

    private readonly ISession _session;
    private readonly EventFinder _events;
    private readonly EventReader _reader;
    private readonly ReportReview _review;

    public ForumReportPartDisplayDriver(ISession session, EventFinder events, EventReader reader, ReportReview review)
    {
        _review = review;
        _session = session;
        _events = events;
        _reader = reader;
    }

    public override IDisplayResult Display(ForumReportPart part, BuildPartDisplayContext context)
    {
        var details = new Lazy<Task<EventDetails?>>(() => ReadEventAsync(part.EventId));

        return Combine(
            Shape("ForumReportPart_Head").Location("Detail", "/HeadMeta:1"),
            Shape("ForumReportPart_Header").Location("Detail", "Header:1"),
            Shape("ForumReportPart").Location("Detail", "Content:1"),
            Shape("ForumReportPart_Photos").Location("Detail", "Content:2"),
            Shape("ForumReportPart_Event").Location("Detail", "Content:3"),
            Shape("ForumReportPart_Citation").Location("Detail", "Footer:1"),
            Shape("ForumReportPart_Acknowledgement").Location("Detail", "Footer:2"),
            Shape("ForumReportPart_Summary").Location("Summary", "Content:1"));

        ShapeResult Shape(string shapeType) => Initialize<ForumReportViewModel>(shapeType, async model =>
        {
            model.Item = part.ContentItem;
            model.Part = part;
            model.Event = await details.Value;
        });
    }

    public override IDisplayResult Edit(ForumReportPart part, BuildPartEditorContext context)
    {
        var reviewed = new Lazy<Task<ReportReviewed>>(() => _review.ReadAsync(part.ContentItem));
        return Combine(
            Initialize<ForumReportPartViewModel>(GetEditorShapeType(context), async model =>
            {
                ForumReportPartForm.FromPart(model, part);
                model.KnownEvents = await ListEventsAsync(part.EventId);
                model.Reviewed = await reviewed.Value;
            }),
            Initialize<QualityViewModel>("EditorQuality", async model =>
            {
                model.Lines = context.IsNew ? [] : (await reviewed.Value).Lines;
                model.CheckAction = nameof(EditorController.CheckReport);
                model.ContentItemId = part.ContentItem.ContentItemId;
            }).Location("Sidebar:1"));
    }

    public override async Task<IDisplayResult> UpdateAsync(ForumReportPart part, UpdatePartEditorContext context)
    {
        var model = new ForumReportPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        ForumReportPartForm.ToPart(model, part);
        EditorRows.Forget(context.Updater.ModelState, Prefix, nameof(model.Photos), nameof(model.PhotoTools));
        return Edit(part, context);
    }

    private async Task<EventDetails?> ReadEventAsync(string? eventId) =>
        eventId is { Length: > 0 } id && await _events.FindAsync(id) is { } found ? await _reader.ReadAsync(found) : null;

    /// <summary>The latest events, drafts too, and the chosen one: a report of an older event is started from the event.</summary>
    private async Task<IReadOnlyList<KeyValuePair<string, string>>> ListEventsAsync(string? chosenId)
    {
        var items = (await _session
            .Query<ContentItem, EventPartIndex>(x => x.Latest)
            .OrderByDescending(x => x.StartUtc)
            .NoDuplicates()
            .Take(KnownEvents)
            .ListAsync()).ToList();
        if (!string.IsNullOrEmpty(chosenId) && items.TrueForAll(item => item.ContentItemId != chosenId))
        {
            items.AddRange(await _session.Query<ContentItem, EventPartIndex>(x => x.Latest && x.ContentItemId == chosenId).ListAsync());
        }

        return [.. items.Select(item => KeyValuePair.Create(item.ContentItemId, EventLabel(item)))];
    }

    private static string EventLabel(ContentItem item) =>
        item.GetOrCreate<EventPart>().StartLocal() is { } start ? $"{start:yyyy-MM-dd} {item.DisplayText}" : item.DisplayText;
}
