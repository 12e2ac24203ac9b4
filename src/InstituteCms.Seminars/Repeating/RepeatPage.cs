using InstituteCms.Events;

namespace InstituteCms.Repeating;

/// <summary>The page that asks when an event is held again.</summary>
public sealed class RepeatPage
{
    public required string EventId { get; init; }

    public required string Title { get; init; }

    /// <summary>Day and times of the event there is, in words.</summary>
    public required string When { get; init; }

    public required string TimeZoneId { get; init; }

    /// <summary>Starts in the next terms, with words for them.</summary>
    public required IReadOnlyList<(DateTime Start, string Words)> Suggested { get; init; }

    public required IReadOnlyList<RepeatedSpeaker> Speakers { get; init; }

    public required IList<TextLink> Materials { get; init; }

    public required RepeatForm Form { get; init; }

    /// <summary>What the draft will say; <see langword="null"/> while no start is chosen.</summary>
    public RepeatedDates? Dates { get; init; }
}

/// <summary>The dates of the draft, in words.</summary>
/// <param name="IsOver">Whether the day chosen has passed.</param>
public sealed record RepeatedDates(string When, string? Opens, string? Closes, bool IsOver);
