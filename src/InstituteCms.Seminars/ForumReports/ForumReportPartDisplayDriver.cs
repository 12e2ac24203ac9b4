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
    private readonly ISession _session;
    private readonly EventFinder _events;
    private readonly EventReader _reader;

    public ForumReportPartDisplayDriver(ISession session, EventFinder events, EventReader reader)
    {
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

    public override IDisplayResult Edit(ForumReportPart part, BuildPartEditorContext context) =>
        Initialize<ForumReportPartViewModel>(GetEditorShapeType(context), async model =>
        {
            model.EventId = part.EventId;
            model.Chair = part.Chair;
            model.Authors = string.Join('\n', part.Authors);
            model.Summary = part.Summary;
            model.Body = part.Body;
            model.Photos = [.. part.Photos];
            model.Acknowledgement = part.Acknowledgement;
            model.Citation = part.Citation;
            model.KnownEvents = await ListEventsAsync();
        });

    public override async Task<IDisplayResult> UpdateAsync(ForumReportPart part, UpdatePartEditorContext context)
    {
        var model = new ForumReportPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        part.EventId = model.EventId;
        part.Chair = model.Chair;
        part.Authors = [.. (model.Authors ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        part.Summary = model.Summary;
        part.Body = model.Body;
        part.Photos = [.. model.Photos.Where(photo => !string.IsNullOrWhiteSpace(photo.Path))];
        part.Acknowledgement = model.Acknowledgement;
        part.Citation = model.Citation;
        return Edit(part, context);
    }

    private async Task<EventDetails?> ReadEventAsync(string? eventId) =>
        eventId is { Length: > 0 } id && await _events.FindAsync(id) is { } found ? await _reader.ReadAsync(found) : null;

    /// <summary>Every event, drafts too, the latest first.</summary>
    private async Task<IReadOnlyList<KeyValuePair<string, string>>> ListEventsAsync()
    {
        var items = await _session
            .Query<ContentItem, EventPartIndex>(x => x.Latest)
            .OrderByDescending(x => x.StartUtc)
            .ListAsync();
        return [.. items.Select(item => KeyValuePair.Create(item.ContentItemId, EventLabel(item)))];
    }

    private static string EventLabel(ContentItem item) =>
        item.GetOrCreate<EventPart>().StartLocal() is { } start ? $"{start:yyyy-MM-dd} {item.DisplayText}" : item.DisplayText;
}
