using InstituteCms.Editors;
using InstituteCms.ForumReports;
using InstituteCms.Speakers;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using OrchardCore.Mvc.ModelBinding;

namespace InstituteCms.Events;

/// <summary>Shows an event, and translates between it and its form.</summary>
public sealed class EventPartDisplayDriver : ContentPartDisplayDriver<EventPart>
{
    private readonly EventReader _reader;
    private readonly SpeakerFinder _speakers;
    private readonly EventFinder _events;
    private readonly ReportFinder _reports;
    private readonly SpeakerLinks _links;
    private readonly EventReview _review;
    private readonly IClock _clock;
    private readonly IStringLocalizer S;

    public EventPartDisplayDriver(
        EventReader reader,
        SpeakerFinder speakers,
        EventFinder events,
        ReportFinder reports,
        SpeakerLinks links,
        EventReview review,
        IClock clock,
        IStringLocalizer<EventPartDisplayDriver> localizer)
    {
        _reader = reader;
        _speakers = speakers;
        _events = events;
        _reports = reports;
        _links = links;
        _review = review;
        _clock = clock;
        S = localizer;
    }

    public override IDisplayResult Display(EventPart part, BuildPartDisplayContext context)
    {
        var details = new Lazy<Task<EventDetails>>(() => _reader.ReadAsync(part.ContentItem));

        return Combine(
            Shape("EventPart_Head").Location("Detail", "/HeadMeta:1"),
            Shape("EventPart_Header").Location("Detail", "Header:1"),
            Shape("EventPart_Status").Location("Detail", "Header:2"),
            Shape("EventPart_Facts").Location("Detail", "Facts:1"),
            Shape("EventPart").Location("Detail", "Content:1"),
            Shape("EventPart_Speakers").Location("Detail", "Content:2"),
            Shape("EventPart_Materials").Location("Detail", "Content:3"),
            Shape("EventPart_Notices").Location("Detail", "Content:4"),
            Shape("EventPart_Report").Location("Detail", "Content:5"),
            Shape("EventPart_Acknowledgement").Location("Detail", "Footer:1"),
            Shape("EventPart_Summary").Location("Summary", "Content:1"),
            Initialize<EventPartViewModel>("EventPart_SummaryAdmin", model => EventPartForm.FromPart(model, part)).Location("SummaryAdmin", "Meta:1"));

        ShapeResult Shape(string shapeType) =>
            Initialize<EventViewModel>(shapeType, async model => model.Details = await details.Value);
    }

    public override IDisplayResult Edit(EventPart part, BuildPartEditorContext context)
    {
        var reviewed = new Lazy<Task<EventReviewed>>(() => _review.ReadAsync(part.ContentItem));
        return Combine(
            Initialize<EventPartViewModel>(GetEditorShapeType(context), async model =>
            {
                EventPartForm.FromPart(model, part);
                model.Pages = await _speakers.FindNamesAsync(part.Speakers.SpeakerIds());
                model.KnownSeries = (await _events.FindChoicesAsync()).Series;
                model.Reviewed = await reviewed.Value;
            }),
            Initialize<QualityViewModel>("EditorQuality", async model =>
            {
                model.Lines = context.IsNew ? [] : (await reviewed.Value).Lines;
                model.CheckAction = nameof(EditorController.CheckEvent);
                model.ContentItemId = part.ContentItem.ContentItemId;
                model.ReportOf = !context.IsNew && part.IsOver(_clock.UtcNow) && !await _reports.HasAnotherAsync(part.ContentItem.ContentItemId, reportId: null) ? part.ContentItem.ContentItemId : null;
            }).Location("Sidebar:1"));
    }

    public override async Task<IDisplayResult> UpdateAsync(EventPart part, UpdatePartEditorContext context)
    {
        var model = new EventPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        EventPartForm.ToPart(model, part, await _speakers.FindNamesAsync(model.Speakers.SpeakerIds()));
        if (!await _links.LinkAsync(part.Speakers))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Speakers), S["You may not make pages for speakers. Leave the box empty, or ask an editor."]);
        }

        SpokenLanguages.Parse(model.Languages, out var unknown);
        if (unknown.Count > 0)
        {
            context.Updater.ModelState.AddModelError(
                Prefix, nameof(model.Languages), S["“{0}” is no language that is known here. Write its name or its tag, such as English or ja.", string.Join(S[", "], unknown)]);
        }

        part.StartUtc = ToUtc(model.StartLocal, nameof(model.StartLocal));
        part.EndUtc = ToUtc(model.EndLocal, nameof(model.EndLocal));
        EditorRows.Forget(
            context.Updater.ModelState,
            Prefix,
            nameof(model.Organizers),
            nameof(model.OrganizerTools),
            nameof(model.Speakers),
            nameof(model.SpeakerTools),
            nameof(model.Materials),
            nameof(model.MaterialTools));
        return Edit(part, context);

        DateTime? ToUtc(DateTime? local, string field)
        {
            if (local is not { } shown)
            {
                return null;
            }

            if (EventTimes.TryToUtc(shown, part.TimeZoneId, out var utc, out var problem))
            {
                return utc;
            }

            if (problem == WallClockProblem.SkippedTime)
            {
                context.Updater.ModelState.AddModelError(
                    Prefix, field, S["The clocks in {0} skip this time: choose an earlier or a later one.", part.TimeZoneId]);
            }

            return null; // An unknown zone is reported by the part's handler.
        }
    }
}
