namespace InstituteCms.Events;

/// <summary>Time zones by the cities that people know them by.</summary>
public static class ZoneCities
{
    /// <summary>Every IANA zone that is named after a city, with that city, by city.</summary>
    public static IReadOnlyList<(string City, string ZoneId)> All { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId && zone.Id.Contains('/') && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(zone => (CityOf(zone.Id), zone.Id))
            .OrderBy(zone => zone.Item1, StringComparer.Ordinal)
    ];

    /// <summary>The zone that was meant: a zone's own name, or the city of one zone only. What is neither comes back as it was.</summary>
    public static string? Resolve(string? text)
    {
        var words = text?.Trim();
        return string.IsNullOrEmpty(words) || EventTimes.IsKnownZone(words)
            ? words
            : All.Where(zone => zone.City.Equals(words, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only] ? only.ZoneId : words;
    }

    private static string CityOf(string zoneId) => zoneId[(zoneId.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
