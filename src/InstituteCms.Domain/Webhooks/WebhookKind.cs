namespace InstituteCms.Webhooks;

/// <summary>What a program can be told of. Names are stored: they never change.</summary>
public enum WebhookKind
{
    /// <summary>Sent by hand, to see whether anybody answers.</summary>
    Test,

    /// <summary>Visitors see an event that they did not see before.</summary>
    EventPublished,

    /// <summary>An event says something else than before.</summary>
    EventChanged,

    /// <summary>An event is called off.</summary>
    EventCancelled,

    /// <summary>An event is over; told once.</summary>
    EventEnded,

    /// <summary>Visitors see an event no longer.</summary>
    EventWithdrawn,

    /// <summary>How many seats of an event are taken; never by whom.</summary>
    EventSeats,

    /// <summary>Visitors see a report that they did not see before.</summary>
    ReportPublished,

    /// <summary>A report says something else than before.</summary>
    ReportChanged,

    /// <summary>Visitors see a report no longer.</summary>
    ReportWithdrawn,
}

/// <summary>The kinds as programs know them.</summary>
public static class WebhookKinds
{
    /// <summary>Those that an endpoint can choose.</summary>
    public static IReadOnlyList<WebhookKind> Offered { get; } = [.. Enum.GetValues<WebhookKind>().Where(kind => kind != WebhookKind.Test)];

    /// <summary>The kind's name in a message, such as <c>event.published</c>.</summary>
    public static string NameOf(WebhookKind kind) => kind switch
    {
        WebhookKind.EventPublished => "event.published",
        WebhookKind.EventChanged => "event.changed",
        WebhookKind.EventCancelled => "event.cancelled",
        WebhookKind.EventEnded => "event.ended",
        WebhookKind.EventWithdrawn => "event.withdrawn",
        WebhookKind.EventSeats => "event.seats",
        WebhookKind.ReportPublished => "report.published",
        WebhookKind.ReportChanged => "report.changed",
        WebhookKind.ReportWithdrawn => "report.withdrawn",
        _ => "test",
    };

    /// <summary>What there is to tell once an event was published; <see langword="null"/> when nothing is new.</summary>
    /// <param name="wasPublic">Whether visitors saw it before.</param>
    /// <param name="wasCancelled">Whether it was called off before.</param>
    /// <param name="isCancelled">Whether it is called off now.</param>
    /// <param name="isDifferent">Whether it says anything else than before.</param>
    public static WebhookKind? OfPublishedEvent(bool wasPublic, bool wasCancelled, bool isCancelled, bool isDifferent) =>
        !wasPublic ? WebhookKind.EventPublished
        : isCancelled && !wasCancelled ? WebhookKind.EventCancelled
        : isDifferent ? WebhookKind.EventChanged
        : null;

    /// <summary>What there is to tell once a report was published; <see langword="null"/> when nothing is new.</summary>
    public static WebhookKind? OfPublishedReport(bool wasPublic, bool isDifferent) =>
        !wasPublic ? WebhookKind.ReportPublished : isDifferent ? WebhookKind.ReportChanged : null;
}
