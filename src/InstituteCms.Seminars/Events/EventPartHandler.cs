using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Infrastructure.Html;

namespace InstituteCms.Events;

/// <summary>Makes rich text safe and refuses what cannot be, whether it comes from the form, the API or a recipe.</summary>
public sealed class EventPartHandler : ContentPartHandler<EventPart>
{
    private readonly IHtmlSanitizerService _html;
    private readonly IStringLocalizer S;

    public EventPartHandler(IHtmlSanitizerService html, IStringLocalizer<EventPartHandler> localizer)
    {
        _html = html;
        S = localizer;
    }

    public override Task CreatingAsync(CreateContentContext context, EventPart part) => SanitizeAsync(context.ContentItem, part);

    public override Task UpdatingAsync(UpdateContentContext context, EventPart part) => SanitizeAsync(context.ContentItem, part);

    public override Task ImportingAsync(ImportContentContext context, EventPart part) => SanitizeAsync(context.ContentItem, part);

    protected override async Task ValidatingAsync(ValidateContentPartContext context, EventPart part)
    {
        await SanitizeAsync(context.ContentItem, part);
        ValidateTimes(context, part);
        ValidateLinks(context, part);
    }

    private Task SanitizeAsync(ContentItem item, EventPart part)
    {
        part.Abstract = Sanitize(part.Abstract);
        part.Notices = Sanitize(part.Notices);
        item.Apply(part);
        return Task.CompletedTask;
    }

    private string? Sanitize(string? html) => string.IsNullOrWhiteSpace(html) ? null : _html.Sanitize(html);

    private void ValidateTimes(ValidateContentPartContext context, EventPart part)
    {
        if (!EventTimes.IsKnownZone(part.TimeZoneId))
        {
            context.Fail(S["“{0}” is not a known time zone. Choose one such as Asia/Tokyo.", part.TimeZoneId ?? ""], nameof(EventPartViewModel.TimeZoneId));
        }

        if (part.EndUtc is not null && part.StartUtc is null)
        {
            context.Fail(S["Enter the start as well."], nameof(EventPartViewModel.StartLocal));
        }

        if (part.EndUtc <= part.StartUtc)
        {
            context.Fail(S["The event has to end after it starts."], nameof(EventPartViewModel.EndLocal));
        }
    }

    private void ValidateLinks(ValidateContentPartContext context, EventPart part)
    {
        Check(part.Venue.MapUrl, "Venue.MapUrl");
        Check(part.JoinUrl, nameof(part.JoinUrl));
        foreach (var (index, organizer) in part.Organizers.Index())
        {
            Check(organizer.Url, $"Organizers[{index}].Url");
        }

        foreach (var (index, material) in part.Materials.Index())
        {
            Check(material.Url, $"Materials[{index}].Url");
        }

        void Check(string? url, string field)
        {
            if (!WebAddress.IsFit(url))
            {
                context.Fail(S["Enter a web address that starts with https://."], field);
            }
        }
    }
}
