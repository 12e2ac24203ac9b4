using System.Globalization;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Events;

/// <summary>Says the facts of an event in the visitor's language: times always with their zone.</summary>
public sealed class EventTexts
{
    private const string ClockPattern = "HH:mm";

    private readonly IStringLocalizer S;

    public EventTexts(IStringLocalizer<EventTexts> localizer) => S = localizer;

    /// <summary>The day, or both days of an event that ends on another: Wednesday, October 16, 2019.</summary>
    public string Day(EventPart part) => (part.StartLocal(), part.EndLocal()) switch
    {
        (null, _) => S["Date to be announced"],
        ({ } start, { } end) when end.Date > start.Date => S["{0} – {1}", LongDay(start), LongDay(end)],
        ({ } start, _) => LongDay(start),
    };

    /// <summary>The times with their zone: 10:30–12:00 (Asia/Tokyo, UTC+9). Empty when not fixed yet.</summary>
    public string Time(EventPart part) => (part.StartLocal(), part.EndLocal()) switch
    {
        (null, _) => "",
        ({ } start, { } end) => S["{0}–{1} ({2})", Clock(start), Clock(end), Zone(part, part.StartUtc!.Value)],
        ({ } start, null) => S["{0} ({1})", Clock(start), Zone(part, part.StartUtc!.Value)],
    };

    /// <summary>Day and times in one line: Wednesday, October 16, 2019, 10:30–12:00 (Asia/Tokyo, UTC+9).</summary>
    public string When(EventPart part) => Time(part) is { Length: > 0 } time ? S["{0}, {1}", Day(part), time] : Day(part);

    /// <summary>An instant by the clocks of the event: October 1, 2019, 09:00 (Asia/Tokyo, UTC+9).</summary>
    public string Moment(DateTime utc, EventPart part)
    {
        var local = EventTimes.IsKnownZone(part.TimeZoneId) ? EventTimes.ToLocal(utc, part.TimeZoneId) : utc;
        return S["{0}, {1} ({2})", ShortDay(local), Clock(local), Zone(part, utc)];
    }

    /// <summary>Where it is held, in one line.</summary>
    public string Place(EventPart part) => part switch
    {
        _ when part.IsOnlineOnly() => S["Online"],
        { Format: EventFormat.Hybrid, Venue.Name: { Length: > 0 } venue } => S["{0} and online", venue],
        { Format: EventFormat.Hybrid } => S["On site and online"],
        _ => part.Venue.Name ?? "",
    };

    /// <summary>The venue with its address, in one line; empty where people meet online only.</summary>
    public static string Venue(EventPart part) => part.IsOnlineOnly()
        ? ""
        : string.Join(", ", new[] { part.Venue.Name, part.Venue.Address }.Where(line => !string.IsNullOrWhiteSpace(line)));

    /// <summary>How people take part.</summary>
    public string Format(EventFormat format) => format switch
    {
        EventFormat.Online => S["Online"],
        EventFormat.Hybrid => S["On site and online"],
        _ => S["In person"],
    };

    public string Status(EventStatus status) => status switch
    {
        EventStatus.Cancelled => S["Cancelled"],
        EventStatus.Postponed => S["Postponed"],
        EventStatus.MovedOnline => S["Moved online"],
        _ => S["Takes place as announced"],
    };

    public string Languages(EventPart part) => string.Join(S[", "], part.Languages.Select(SpokenLanguages.Name));

    /// <summary>The role of a speaker; the common ones are translated.</summary>
    public string Role(string? role) => string.IsNullOrWhiteSpace(role) ? "" : S[role];

    /// <summary>A day without weekday: October 16, 2019.</summary>
    public static string ShortDay(DateTime local) => local.ToString(LongDatePatternWithoutWeekday(), CultureInfo.CurrentCulture);

    private static string LongDay(DateTime local) => local.ToString("D", CultureInfo.CurrentCulture);

    private static string Clock(DateTime local) => local.ToString(ClockPattern, CultureInfo.InvariantCulture);

    private static string LongDatePatternWithoutWeekday() =>
        CultureInfo.CurrentCulture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '、');

    private static string Zone(EventPart part, DateTime utc)
    {
        if (!EventTimes.IsKnownZone(part.TimeZoneId))
        {
            return "UTC";
        }

        var offset = EventTimes.ToLocalWithOffset(utc, part.TimeZoneId).Offset;
        return offset == TimeSpan.Zero && part.TimeZoneId == "Etc/UTC" ? "UTC" : $"{part.TimeZoneId}, UTC{Offset(offset)}";
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "−" : "+") + (offset.Minutes == 0 ? $"{Math.Abs(offset.Hours)}" : $"{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}");
}
