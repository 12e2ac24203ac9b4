using InstituteCms.Events;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace InstituteCms.Webhooks;

/// <summary>Tells once of each event that is over.</summary>
public sealed class EndedEvents
{
    /// <summary>What ended longer ago, while nothing ran, is no news.</summary>
    private static readonly TimeSpan _longestDelay = TimeSpan.FromDays(7);

    private readonly ISession _session;
    private readonly WebhookNews _news;
    private readonly WebhookMarks _marks;
    private readonly IClock _clock;

    public EndedEvents(ISession session, WebhookNews news, WebhookMarks marks, IClock clock)
    {
        _session = session;
        _news = news;
        _marks = marks;
        _clock = clock;
    }

    /// <summary>Writes the messages. One that does not take place does not end.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var endpoints = await _news.ListenersAsync(WebhookKind.EventEnded);
        if (endpoints.Count == 0)
        {
            return;
        }

        var nowUtc = _clock.UtcNow;
        var fromUtc = nowUtc - _longestDelay;
        var cancelled = nameof(EventStatus.Cancelled);
        var ended = await _session
            .Query<ContentItem, EventPartIndex>(x => x.Published && x.EndUtc > fromUtc && x.EndUtc <= nowUtc && x.Status != cancelled)
            .OrderBy(x => x.EndUtc)
            .ListAsync(cancellationToken);
        foreach (var item in ended)
        {
            var endUtc = item.GetOrCreate<EventPart>() is var part ? part.EndUtc ?? part.StartUtc : null;
            var told = endpoints.Where(endpoint => endpoint.ActiveSinceUtc < endUtc).ToList();
            if (told.Count > 0 && await _marks.TrySetEndedAsync(item.ContentItemId, nowUtc))
            {
                await _news.TellAsync(told, WebhookKind.EventEnded, item, endpoint => WebhookData.Event(item, endpoint.SiteUrl));
            }
        }
    }
}
