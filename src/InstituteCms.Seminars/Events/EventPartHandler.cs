using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Infrastructure.Html;
using OrchardCore.Settings;

namespace InstituteCms.Events;

/// <summary>Makes rich text safe and refuses what cannot be, whether it comes from the form, the API or a recipe.</summary>
public sealed class EventPartHandler : RichTextPartHandler<EventPart>
{
    /// <summary>As many characters as the index has room for.</summary>
    private const int MaxSeriesLength = 255;

    /// <summary>Years that calendars and clocks can be asked about.</summary>
    private const int FirstYear = 1900, LastYear = 2200;

    private readonly ISiteService _site;
    private readonly IStringLocalizer S;

    public EventPartHandler(IHtmlSanitizerService html, ISiteService site, IStringLocalizer<EventPartHandler> localizer)
        : base(html) => (_site, S) = (site, localizer);

    /// <summary>A new event is held where the site is, until somebody says otherwise.</summary>
    public override async Task InitializingAsync(InitializingContentContext context, EventPart part)
    {
        if ((await _site.GetSiteSettingsAsync()).TimeZoneId is { } zone && EventTimes.IsKnownZone(zone))
        {
            part.TimeZoneId = zone;
            context.ContentItem.Apply(part);
        }
    }

    protected override void Sanitize(EventPart part)
    {
        part.Abstract = Safe(part.Abstract);
        part.Notices = Safe(part.Notices);
    }

    protected override Task CheckAsync(ValidateContentPartContext context, EventPart part)
    {
        ValidateTimes(context, part);
        ValidateLinks(context, part);
        if (part.Series?.Length > MaxSeriesLength)
        {
            context.Fail(S["At most {0} characters.", MaxSeriesLength], nameof(part.Series));
        }

        return Task.CompletedTask;
    }

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

        foreach (var (time, field) in new[] { (part.StartUtc, nameof(EventPartViewModel.StartLocal)), (part.EndUtc, nameof(EventPartViewModel.EndLocal)) })
        {
            if (time is { Year: < FirstYear or > LastYear })
            {
                context.Fail(S["Enter a year from {0} to {1}.", FirstYear, LastYear], field);
            }
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
