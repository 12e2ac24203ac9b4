using System.Text.Json.Nodes;
using InstituteCms.Events;
using InstituteCms.ForumReports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace InstituteCms.Editors;

/// <summary>Fills the form of a new report with what its event knows, where the address names the event: <c>?eventId=</c>.</summary>
public sealed class ReportStart : ContentDisplayDriver
{
    private readonly IContentManager _contents;
    private readonly ISeatCounter? _seats;
    private readonly IAuthorizationService _authorization;
    private readonly IHttpContextAccessor _httpContext;
    private readonly EventTexts _texts;
    private readonly IStringLocalizer S;

    public ReportStart(
        IContentManager contents,
        IEnumerable<ISeatCounter> seats,
        IAuthorizationService authorization,
        IHttpContextAccessor httpContext,
        EventTexts texts,
        IStringLocalizer<ReportStart> localizer)
    {
        _contents = contents;
        _seats = seats.FirstOrDefault();
        _authorization = authorization;
        _httpContext = httpContext;
        _texts = texts;
        S = localizer;
    }

    public override bool CanHandleModel(ContentItem model) => model.ContentType == SeminarTypes.ForumReport;

    public override async Task<IDisplayResult?> EditAsync(ContentItem model, BuildEditorContext context)
    {
        var request = _httpContext.HttpContext;
        if (context.IsNew && request?.Request.Query["eventId"] is [{ Length: > 0 } eventId]
            && await _contents.GetAsync(eventId, VersionOptions.Latest) is { ContentType: SeminarTypes.Event } held
            && await _authorization.AuthorizeAsync(request.User, CommonPermissions.EditContent, held))
        {
            await FillAsync(model, held);
        }

        return null;
    }

    public override Task<IDisplayResult?> UpdateAsync(ContentItem model, UpdateEditorContext context) => Task.FromResult<IDisplayResult?>(null);

    private async Task FillAsync(ContentItem report, ContentItem held)
    {
        var part = held.GetOrCreate<EventPart>();
        var attended = await CountAsync(held.ContentItemId);
        report.DisplayText = S["Report: {0}", held.DisplayText].Value;
        report.Merge(new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = report.DisplayText } });
        report.Alter<ForumReportPart>(filled =>
        {
            filled.EventId = held.ContentItemId;
            filled.Chair = part.Chair;
            filled.Acknowledgement = part.Acknowledgement;
            filled.Attendance = attended > 0 ? attended : null;
            filled.Summary = part.StartLocal() is null ? null : S["“{0}” was held on {1}.", held.DisplayText, _texts.Day(part)].Value;
            filled.Body = string.Concat(part.Speakers.Select(Section));
        });
    }

    /// <summary>Those who were checked in; where nobody was, those who had a seat.</summary>
    private async Task<int> CountAsync(string eventId) =>
        _seats is null ? 0
        : await _seats.CountCheckedInAsync(eventId) is > 0 and var came ? came
        : (await _seats.CountAsync(eventId)).Total;

    private static string Section(EventSpeaker speaker)
    {
        var heading = string.Join(", ", new[] { speaker.Name, speaker.Title, speaker.Affiliation }.Where(words => !string.IsNullOrWhiteSpace(words)));
        var talk = string.IsNullOrWhiteSpace(speaker.TalkTitle) ? "" : $"<p><em>{System.Net.WebUtility.HtmlEncode(speaker.TalkTitle)}</em></p>";
        return $"<h2>{System.Net.WebUtility.HtmlEncode(heading)}</h2>{talk}<p><br></p>";
    }
}
