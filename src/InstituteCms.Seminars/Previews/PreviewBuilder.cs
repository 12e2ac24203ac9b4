using InstituteCms.Events;
using InstituteCms.Feeds;
using InstituteCms.ForumReports;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement.ModelBinding;

namespace InstituteCms.Previews;

/// <summary>Makes of an item's latest version what visitors, registrants and calendars would get of it.</summary>
public sealed class PreviewBuilder
{
    private readonly IContentItemDisplayManager _display;
    private readonly IUpdateModelAccessor _updater;
    private readonly EventReader _events;
    private readonly ReportReader _reports;
    private readonly EventTexts _texts;
    private readonly EventCalendar _calendar;
    private readonly IMailPreview? _mail;

    public PreviewBuilder(
        IContentItemDisplayManager display,
        IUpdateModelAccessor updater,
        EventReader events,
        ReportReader reports,
        EventTexts texts,
        EventCalendar calendar,
        IEnumerable<IMailPreview> mails)
    {
        _display = display;
        _updater = updater;
        _events = events;
        _reports = reports;
        _texts = texts;
        _calendar = calendar;
        _mail = mails.FirstOrDefault();
    }

    /// <summary>In which ways the item can be looked at.</summary>
    public IReadOnlyList<PreviewView> ViewsOf(ContentItem item) => item.ContentType switch
    {
        SeminarTypes.Event when _mail?.Holds(item) == true => [PreviewView.Page, PreviewView.Entry, PreviewView.Mail, PreviewView.Calendar],
        SeminarTypes.Event => [PreviewView.Page, PreviewView.Entry, PreviewView.Calendar],
        _ => [PreviewView.Page, PreviewView.Entry],
    };

    /// <summary>Fills what is to be shown.</summary>
    /// <param name="language">Language of the mail.</param>
    public async Task FillAsync(PreviewShown shown, string language, CancellationToken cancellationToken)
    {
        var item = shown.Item;
        switch (shown.View)
        {
            case PreviewView.Page:
                shown.Shape = await _display.BuildDisplayAsync(item, _updater.ModelUpdater);
                break;
            case PreviewView.Entry when item.ContentType == SeminarTypes.Event:
                shown.Event = await _events.ReadAsync(item, cancellationToken);
                break;
            case PreviewView.Entry when item.ContentType == SeminarTypes.ForumReport:
                shown.Report = (await _reports.ReadAsync([item], cancellationToken))[0];
                break;
            case PreviewView.Mail:
                shown.Mail = await _mail!.WriteAsync(item, language, withJoinLink: shown.Link is null); // ViewsOf says whether there is one.
                break;
            case PreviewView.Calendar:
                shown.Calendar = Calendar(item);
                break;
        }
    }

    private CalendarPreview Calendar(ContentItem item)
    {
        var part = item.GetOrCreate<EventPart>();
        var file = EventCalendar.Holds(item) ? _calendar.Write([item]) : "";
        return new(item.DisplayText, _texts.When(part), EventTexts.Venue(part) is { Length: > 0 } venue ? venue : _texts.Place(part), PlainText.Of(part.Abstract), file);
    }
}
