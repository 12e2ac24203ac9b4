using InstituteCms.Registrations;

namespace InstituteCms.Events;

/// <summary>What follows from what is announced: the times by the event's own clocks, and where people meet.</summary>
public static class EventPartFacts
{
    public static DateTime? StartLocal(this EventPart part) => Local(part.StartUtc, part);

    public static DateTime? EndLocal(this EventPart part) => Local(part.EndUtc, part);

    /// <summary>Content items of those speakers who have a page, or had one.</summary>
    public static IReadOnlyCollection<string> SpeakerIds(this IEnumerable<EventSpeaker> speakers) =>
        [.. speakers.Select(speaker => speaker.SpeakerId?.Trim()).OfType<string>().Where(id => id.Length > 0).Distinct()];

    /// <summary>Whether nobody meets at the venue.</summary>
    public static bool IsOnlineOnly(this EventPart part) => part.Status == EventStatus.MovedOnline || part.Format == EventFormat.Online;

    /// <summary>Ways of taking part that those who come now may choose from.</summary>
    public static IReadOnlyList<AttendanceMode> Modes(this EventPart part) => AttendanceModes.Of(part.Format, part.Status);

    /// <summary>Whether somebody who takes part in this way joins over the network.</summary>
    public static bool IsJoinedOnline(this EventPart part, AttendanceMode mode) =>
        part.Format != EventFormat.Hybrid || part.Status == EventStatus.MovedOnline || mode == AttendanceMode.Online;

    /// <summary>Whether those who plan to come would have to plan anew: it is held at another time or place, or not at all.</summary>
    public static bool MeansAnotherPlan(this EventPart part, EventPart announced) =>
        part.Status != announced.Status
        || part.StartUtc != announced.StartUtc
        || part.EndUtc != announced.EndUtc
        || part.Format != announced.Format
        || (part.Venue.Name, part.Venue.Address) != (announced.Venue.Name, announced.Venue.Address)
        || part.JoinUrl != announced.JoinUrl;

    private static DateTime? Local(DateTime? utc, EventPart part) => EventTimes.IsKnownZone(part.TimeZoneId) ? EventTimes.ToLocal(utc, part.TimeZoneId) : utc;
}
