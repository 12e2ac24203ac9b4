using InstituteCms.Speakers;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace InstituteCms.Events;

/// <summary>Shows an event, and translates between it and its form.</summary>
public sealed class EventPartDisplayDriver : ContentPartDisplayDriver<EventPart>
{
    private readonly EventReader _reader;
    private readonly SpeakerFinder _speakers;
    private readonly IStringLocalizer S;

    public EventPartDisplayDriver(EventReader reader, SpeakerFinder speakers, IStringLocalizer<EventPartDisplayDriver> localizer)
    {
        _reader = reader;
        _speakers = speakers;
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

    public override IDisplayResult Edit(EventPart part, BuildPartEditorContext context) =>
        Initialize<EventPartViewModel>(GetEditorShapeType(context), async model =>
        {
            EventPartForm.FromPart(model, part);
            model.KnownSpeakers = await _speakers.ListNamesAsync();
        });

    public override async Task<IDisplayResult> UpdateAsync(EventPart part, UpdatePartEditorContext context)
    {
        var model = new EventPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        var names = (await _speakers.ListNamesAsync()).ToDictionary();

        EventPartForm.ToPart(model, part, names);
        part.StartUtc = ToUtc(model.StartLocal, nameof(model.StartLocal));
        part.EndUtc = ToUtc(model.EndLocal, nameof(model.EndLocal));
        return Edit(part, context);

        DateTime? ToUtc(DateTime? local, string field)
        {
            if (local is not { } shown)
            {
                return null;
            }

            if (EventTimes.TryToUtc(shown, model.TimeZoneId, out var utc, out var problem))
            {
                return utc;
            }

            if (problem == WallClockProblem.SkippedTime)
            {
                context.Updater.ModelState.AddModelError(
                    Prefix, field, S["The clocks in {0} skip this time: choose an earlier or a later one.", model.TimeZoneId ?? ""]);
            }

            return null; // An unknown zone is reported by the part's handler.
        }
    }
}
