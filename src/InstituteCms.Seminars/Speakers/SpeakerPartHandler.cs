using InstituteCms.Editors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Infrastructure.Html;

namespace InstituteCms.Speakers;

/// <summary>Makes the biography safe and refuses what cannot be, whether it comes from the form, the API or a recipe.</summary>
public sealed class SpeakerPartHandler : RichTextPartHandler<SpeakerPart>
{
    private readonly IHttpContextAccessor _http;
    private readonly IStringLocalizer S;

    public SpeakerPartHandler(IHttpContextAccessor http, IHtmlSanitizerService html, IStringLocalizer<SpeakerPartHandler> localizer)
        : base(html)
    {
        _http = http;
        S = localizer;
    }

    protected override void Sanitize(SpeakerPart part) => part.Biography = Safe(part.Biography);

    protected override Task CheckAsync(ValidateContentPartContext context, SpeakerPart part)
    {
        if (!_http.IsDraft() && !string.IsNullOrWhiteSpace(part.Photo.Path) && string.IsNullOrWhiteSpace(part.Photo.AltText))
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

        return Task.CompletedTask;
    }
}
