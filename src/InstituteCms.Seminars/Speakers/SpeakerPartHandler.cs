using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Infrastructure.Html;

namespace InstituteCms.Speakers;

/// <summary>Makes the biography safe and refuses what cannot be, whether it comes from the form, the API or a recipe.</summary>
public sealed class SpeakerPartHandler : ContentPartHandler<SpeakerPart>
{
    private readonly IHtmlSanitizerService _html;
    private readonly IStringLocalizer S;

    public SpeakerPartHandler(IHtmlSanitizerService html, IStringLocalizer<SpeakerPartHandler> localizer)
    {
        _html = html;
        S = localizer;
    }

    public override Task CreatingAsync(CreateContentContext context, SpeakerPart part) => SanitizeAsync(context.ContentItem, part);

    public override Task UpdatingAsync(UpdateContentContext context, SpeakerPart part) => SanitizeAsync(context.ContentItem, part);

    public override Task ImportingAsync(ImportContentContext context, SpeakerPart part) => SanitizeAsync(context.ContentItem, part);

    protected override async Task ValidatingAsync(ValidateContentPartContext context, SpeakerPart part)
    {
        await SanitizeAsync(context.ContentItem, part);
        if (!string.IsNullOrWhiteSpace(part.Photo.Path) && string.IsNullOrWhiteSpace(part.Photo.AltText))
        {
            context.Fail(S["Say what the photo shows, for those who do not see it."], "Photo.AltText");
        }

        foreach (var (index, link) in part.Links.Index())
        {
            if (!WebAddress.IsFit(link.Url))
            {
                context.Fail(S["Enter a web address that starts with https://."], $"Links[{index}].Url");
            }
        }
    }

    private Task SanitizeAsync(ContentItem item, SpeakerPart part)
    {
        part.Biography = string.IsNullOrWhiteSpace(part.Biography) ? null : _html.Sanitize(part.Biography);
        item.Apply(part);
        return Task.CompletedTask;
    }
}
