using InstituteCms.Events;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace InstituteCms.Webhooks;

/// <summary>Tells how many seats are taken: of many registrations in a short time once, and always of the last.</summary>
/// <remarks>
/// The count itself is what is compared with what was told last, and it is written in the transaction of the registration: there is nothing that
/// a registration could forget to say.
/// </remarks>
public sealed class WebhookSeats
{
    private const int MostAtOnce = 100;

    private readonly WebhookNews _news;
    private readonly WebhookMarks _marks;
    private readonly EventFinder _events;
    private readonly AvailabilityReader _availability;

    public WebhookSeats(WebhookNews news, WebhookMarks marks, EventFinder events, AvailabilityReader availability)
    {
        _news = news;
        _marks = marks;
        _events = events;
        _availability = availability;
    }

    /// <summary>Takes what is so now as told, unless somebody is being told already.</summary>
    public async Task BeginAsync()
    {
        if ((await _news.ListenersAsync(WebhookKind.EventSeats)).Count == 0)
        {
            await _marks.SetAllSeatsAsync();
        }
    }

    /// <summary>Writes the messages.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var endpoints = await _news.ListenersAsync(WebhookKind.EventSeats);
        if (endpoints.Count == 0 || await _marks.ListMovedSeatsAsync(MostAtOnce) is not { Count: > 0 } moved)
        {
            return;
        }

        var events = (await _events.FindAsync([.. moved.Select(seats => seats.EventId)], cancellationToken)).ToDictionary(item => item.ContentItemId);
        var facts = await _availability.ReadAsync(events.Values, cancellationToken);
        foreach (var seats in moved)
        {
            await _marks.SetSeatsAsync(seats);
            if (events.TryGetValue(seats.EventId, out var item)) // What is not on the site is nobody's business.
            {
                await _news.TellAsync(endpoints, WebhookKind.EventSeats, item, endpoint => WebhookData.Seats(item, endpoint.SiteUrl, facts[seats.EventId]));
            }
        }
    }
}

[BackgroundTask(
    Title = "Seats for webhooks",
    Description = "Tells programs how many seats of an event are taken, where that has changed.",
    Schedule = "* * * * *",
    LockTimeout = 3_000,       // milliseconds
    LockExpiration = 300_000)] // milliseconds
public sealed class WebhookSeatsTask : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<WebhookSeats>().TellAsync(cancellationToken);
}
