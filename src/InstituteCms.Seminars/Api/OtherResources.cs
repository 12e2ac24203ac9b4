namespace InstituteCms.Api;

/// <summary>A page of a list.</summary>
public sealed record ApiList<T>
{
    /// <summary>The entries, in the list's order.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Cursor of the next page; null on the last. The header Link has the whole address.</summary>
    public required string? Next { get; init; }
}

/// <summary>A speaker as lists show one.</summary>
public record SpeakerSummary
{
    /// <summary>Names the speaker for good.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the script the person writes it in.</summary>
    public required string? NativeName { get; init; }

    /// <summary>Such as Prof. or Dr.</summary>
    public required string? Honorific { get; init; }

    /// <summary>Position held now.</summary>
    public required string? Position { get; init; }

    /// <summary>Organisation they belong to now.</summary>
    public required string? Organization { get; init; }

    /// <summary>A picture.</summary>
    public required PhotoResource? Photo { get; init; }

    /// <summary>The speaker's page for people.</summary>
    public required string Url { get; init; }
}

/// <summary>A speaker with biography and appearances.</summary>
public sealed record SpeakerResource : SpeakerSummary
{
    /// <summary>Who they are: sanitised HTML.</summary>
    public required string? BiographyHtml { get; init; }

    /// <summary>Where more is to be found.</summary>
    public required IReadOnlyList<LinkResource> Links { get; init; }

    /// <summary>Their events, the latest first.</summary>
    public required IReadOnlyList<EventSummary> Appearances { get; init; }
}

/// <summary>A picture.</summary>
public sealed record PhotoResource
{
    /// <summary>The address.</summary>
    public required string Url { get; init; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public required string AltText { get; init; }

    /// <summary>The words under it.</summary>
    public required string? Caption { get; init; }
}

/// <summary>A report as lists show one.</summary>
public record ReportSummary
{
    /// <summary>Names the report for good.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Names the event it is about.</summary>
    public required string? EventId { get; init; }

    /// <summary>What it says, in short: plain text.</summary>
    public required string? Summary { get; init; }

    /// <summary>Who wrote it.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Instant of its publication.</summary>
    public required DateTimeOffset? Published { get; init; }

    /// <summary>The report's page for people.</summary>
    public required string Url { get; init; }
}

/// <summary>A report as a whole.</summary>
public sealed record ReportResource : ReportSummary
{
    /// <summary>The event it is about; null where that is no longer public.</summary>
    public required EventSummary? Event { get; init; }

    /// <summary>Who chaired the event.</summary>
    public required ChairResource? Chair { get; init; }

    /// <summary>How many people came; null where nobody counted.</summary>
    public required int? Attendance { get; init; }

    /// <summary>The report: sanitised HTML.</summary>
    public required string? BodyHtml { get; init; }

    /// <summary>Pictures of the event.</summary>
    public required IReadOnlyList<PhotoResource> Photos { get; init; }

    /// <summary>Who made the event possible: plain text.</summary>
    public required string? Acknowledgement { get; init; }
}

/// <summary>A series of events.</summary>
public sealed record SeriesResource
{
    /// <summary>The name, by which events are filtered.</summary>
    public required string Name { get; init; }

    /// <summary>Its events, as this API gives them.</summary>
    public required string EventsUrl { get; init; }

    /// <summary>Its events for calendar programs.</summary>
    public required string CalendarUrl { get; init; }

    /// <summary>Its programme as the programs of conferences read it (frab).</summary>
    public required string ScheduleUrl { get; init; }
}
