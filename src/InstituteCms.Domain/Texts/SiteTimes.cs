using System.Globalization;

namespace InstituteCms.Texts;

/// <summary>Times on the site's clocks.</summary>
public static class SiteTimes
{
    /// <summary>The wall-clock time of an instant in the zone; in UTC where there is no such zone.</summary>
    public static DateTime Local(DateTime utc, string? zone) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone(zone));

    /// <summary>The same for people, in the reader's language, with how far the clocks are from UTC: 11/24/2026 6:42 PM UTC+9.</summary>
    public static string Text(DateTime utc, string? zone)
    {
        var local = Local(utc, zone);
        return $"{local.ToString("g", CultureInfo.CurrentCulture)} {OffsetText(local - utc)}";
    }

    /// <summary>The instant of a wall-clock time in the zone.</summary>
    public static DateTime ToUtc(DateTime local, string? zone)
    {
        var found = Zone(zone);
        return DateTime.SpecifyKind(local - found.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)), DateTimeKind.Utc);
    }

    private static string OffsetText(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        return offset == TimeSpan.Zero ? "UTC" : $"UTC{sign}{Math.Abs(offset.Hours)}{(offset.Minutes == 0 ? "" : offset.ToString("':'mm", CultureInfo.InvariantCulture))}";
    }

    private static TimeZoneInfo Zone(string? id) => !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
