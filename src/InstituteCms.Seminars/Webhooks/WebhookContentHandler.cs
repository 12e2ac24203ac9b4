using InstituteCms.Events;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Records;
using YesSql;

namespace InstituteCms.Webhooks;

/// <summary>Tells of events and reports that are published, changed or withdrawn, by whatever way.</summary>
public sealed class WebhookContentHandler : ContentHandlerBase
{
    private readonly WebhookNews _news;
    private readonly ISession _session;

    public WebhookContentHandler(WebhookNews news, ISession session)
    {
        _news = news;
        _session = session;
    }

    public override Task PublishedAsync(PublishContentContext context)
    {
        var (now, before) = (context.ContentItem, context.PreviousItem);
        var isDifferent = before is null || (IsOurs(now) && WebhookData.IsDifferent(now, before));
        return now.ContentType switch
        {
            SeminarTypes.Event when WebhookKinds.OfPublishedEvent(before is not null, before is not null && IsCancelled(before), IsCancelled(now), isDifferent) is { } kind =>
                _news.TellAsync(kind, now, endpoint => WebhookData.Event(now, endpoint.SiteUrl)),
            SeminarTypes.ForumReport when WebhookKinds.OfPublishedReport(before is not null, isDifferent) is { } kind =>
                _news.TellAsync(kind, now, endpoint => WebhookData.Report(now, endpoint.SiteUrl)),
            _ => Task.CompletedTask,
        };
    }

    public override Task UnpublishedAsync(PublishContentContext context) => WithdrawnAsync(context.ContentItem);

    public override async Task RemovingAsync(RemoveContentContext context)
    {
        var item = context.ContentItem;
        if (context.NoActiveVersionLeft && IsOurs(item) && await IsPublicAsync(item.ContentItemId))
        {
            await WithdrawnAsync(item);
        }
    }

    private static bool IsOurs(ContentItem item) => item.ContentType is SeminarTypes.Event or SeminarTypes.ForumReport;

    private static bool IsCancelled(ContentItem item) => item.GetOrCreate<EventPart>().Status == EventStatus.Cancelled;

    private Task WithdrawnAsync(ContentItem item) => item.ContentType switch
    {
        SeminarTypes.Event => _news.TellAsync(WebhookKind.EventWithdrawn, item, _ => WebhookData.Withdrawn(item)),
        SeminarTypes.ForumReport => _news.TellAsync(WebhookKind.ReportWithdrawn, item, _ => WebhookData.Withdrawn(item)),
        _ => Task.CompletedTask,
    };

    private async Task<bool> IsPublicAsync(string contentItemId) =>
        await _session.QueryIndex<ContentItemIndex>(x => x.ContentItemId == contentItemId && x.Published).CountAsync() > 0;
}
