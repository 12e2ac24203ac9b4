namespace InstituteCms.Kernel.Admin;

/// <summary>Times on the site's clocks.</summary>
public static class SiteTimes
{
    /// <summary>The wall-clock time of an instant in the zone; in UTC where there is no such zone.</summary>
    public static DateTime Local(DateTime utc, string? zone) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone(zone));

    /// <summary>The instant of a wall-clock time in the zone.</summary>
    public static DateTime ToUtc(DateTime local, string? zone)
    {
        var found = Zone(zone);
        return DateTime.SpecifyKind(local - found.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)), DateTimeKind.Utc);
    }

    private static TimeZoneInfo Zone(string? id) => !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
