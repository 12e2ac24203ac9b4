using InstituteCms.Editors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Infrastructure.Html;
using YesSql;

namespace InstituteCms.ForumReports;

/// <summary>Makes the body safe and holds each report to one event of its own, whether it comes from the form, the API or a recipe.</summary>
public sealed class ForumReportPartHandler : RichTextPartHandler<ForumReportPart>
{
    private readonly ISession _session;
    private readonly ReportFinder _reports;
    private readonly IHttpContextAccessor _http;
    private readonly IStringLocalizer S;

    public ForumReportPartHandler(
        ISession session, ReportFinder reports, IHttpContextAccessor http, IHtmlSanitizerService html, IStringLocalizer<ForumReportPartHandler> localizer)
        : base(html)
    {
        _session = session;
        _reports = reports;
        _http = http;
        S = localizer;
    }

    protected override void Sanitize(ForumReportPart part) => part.Body = Safe(part.Body);

    protected override async Task CheckAsync(ValidateContentPartContext context, ForumReportPart part)
    {
        await ValidateEventAsync(context, part);
        foreach (var (index, photo) in _http.IsDraft() ? [] : part.Photos.Index())
        {
            if (string.IsNullOrWhiteSpace(photo.Path))
            {
                context.Fail(S["Choose the photo that these words are about, or remove the row."], $"Photos[{index}].Path");
            }
            else if (string.IsNullOrWhiteSpace(photo.AltText))
            {
                context.Fail(S["Say what the photo shows, for those who do not see it."], $"Photos[{index}].AltText");
            }
        }
    }

    private async Task ValidateEventAsync(ValidateContentPartContext context, ForumReportPart part)
    {
        if (part.EventId is not { Length: > 0 } eventId)
        {
            context.Fail(S["Choose the event that the report is about."], nameof(part.EventId));
        }
        else if (await CountEventsAsync(eventId) == 0)
        {
            context.Fail(S["There is no such event."], nameof(part.EventId));
        }
        else if (await _reports.HasAnotherAsync(eventId, context.ContentItem.ContentItemId))
        {
            context.Fail(S["There is a report about this event already."], nameof(part.EventId));
        }
    }

    private Task<int> CountEventsAsync(string eventId) => _session
        .QueryIndex<ContentItemIndex>(x => x.ContentItemId == eventId && x.ContentType == SeminarTypes.Event && x.Latest)
        .CountAsync();
}
