using InstituteCms.Editors;
using InstituteCms.Events;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;

namespace InstituteCms.Speakers;

/// <summary>Shows a speaker, and translates between it and its form.</summary>
public sealed class SpeakerPartDisplayDriver : ContentPartDisplayDriver<SpeakerPart>
{
    private readonly EventFinder _finder;
    private readonly EventReader _reader;
    private readonly IStringLocalizer S;

    public SpeakerPartDisplayDriver(EventFinder finder, EventReader reader, IStringLocalizer<SpeakerPartDisplayDriver> localizer)
    {
        S = localizer;
        _finder = finder;
        _reader = reader;
    }

    public override IDisplayResult Display(SpeakerPart part, BuildPartDisplayContext context)
    {
        return Combine(
            Shape("SpeakerPart_Head").Location("Detail", "/HeadMeta:1"),
            Shape("SpeakerPart_Header").Location("Detail", "Header:1"),
            Shape("SpeakerPart").Location("Detail", "Content:1"),
            Initialize<SpeakerViewModel>("SpeakerPart_Appearances", FillWithAppearancesAsync).Location("Detail", "Content:2"),
            Shape("SpeakerPart_Summary").Location("Summary", "Content:1"));

        ShapeResult Shape(string shapeType) => Initialize<SpeakerViewModel>(shapeType, Fill);

        void Fill(SpeakerViewModel model)
        {
            model.Item = part.ContentItem;
            model.Part = part;
        }

        async ValueTask FillWithAppearancesAsync(SpeakerViewModel model)
        {
            Fill(model);
            model.Appearances = await _reader.ReadAsync(await _finder.FindAppearancesAsync(part.ContentItem.ContentItemId));
        }
    }

    public override IDisplayResult Edit(SpeakerPart part, BuildPartEditorContext context) => Combine(
        Initialize<SpeakerPartViewModel>(GetEditorShapeType(context), model =>
        {
            model.NativeName = part.NativeName;
            model.Honorific = part.Honorific;
            model.Position = part.Position;
            model.Organization = part.Organization;
            model.Biography = part.Biography;
            model.Photo = part.Photo;
            model.Links = [.. part.Links];
        }),
        Initialize<QualityViewModel>("EditorQuality", model => model.Lines = context.IsNew ? [] : [.. Review(part)]).Location("Sidebar:1"));

    public override async Task<IDisplayResult> UpdateAsync(SpeakerPart part, UpdatePartEditorContext context)
    {
        var model = new SpeakerPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);

        part.NativeName = model.NativeName;
        part.Honorific = model.Honorific;
        part.Position = model.Position;
        part.Organization = model.Organization;
        part.Biography = model.Biography;
        part.Photo = model.Photo;
        part.Links = [.. model.Links.Where(link => !string.IsNullOrWhiteSpace(link.Url))];
        return Edit(part, context);
    }

    private IEnumerable<QualityLine> Review(SpeakerPart part)
    {
        if (part.Photo is { Path.Length: > 0 } photo && string.IsNullOrWhiteSpace(photo.AltText))
        {
            yield return new(S["Say what the photo shows, for those who do not see it."], "SpeakerPart_Photo_AltText");
        }

        if (string.IsNullOrWhiteSpace(part.Biography))
        {
            yield return new(S["There is no biography."], "SpeakerPart_Biography");
        }
    }
}
