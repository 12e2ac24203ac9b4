using System.Diagnostics.CodeAnalysis;

namespace InstituteCms.Events;

/// <summary>Converts between instants (UTC) and the wall clock of an IANA time zone.</summary>
/// <remarks>A time that the clocks show twice, as in autumn, means its first passing.</remarks>
public static class EventTimes
{
    private static readonly TimeSpan _around = TimeSpan.FromDays(1); // More than any offset, less than the gap between two clock changes.

    /// <summary>Whether <paramref name="timeZoneId"/> is an IANA zone known here, such as <c>Asia/Tokyo</c>.</summary>
    public static bool IsKnownZone([NotNullWhen(true)] string? timeZoneId) => TryFindZone(timeZoneId, out _);

    /// <summary>The zone, or UTC's where it is unknown: times are then at least no wrong ones.</summary>
    public static string KnownZone(string? timeZoneId) => IsKnownZone(timeZoneId) ? timeZoneId : "Etc/UTC";

    /// <summary>What the clocks of the zone show at <paramref name="utc"/>.</summary>
    /// <exception cref="TimeZoneNotFoundException">The zone is unknown.</exception>
    public static DateTime ToLocal(DateTime utc, string timeZoneId) =>
        DateTime.SpecifyKind(ToLocal(utc, FindZone(timeZoneId)), DateTimeKind.Unspecified);

    /// <inheritdoc cref="ToLocal(DateTime, string)"/>
    [return: NotNullIfNotNull(nameof(utc))]
    public static DateTime? ToLocal(DateTime? utc, string timeZoneId) => utc is { } known ? ToLocal(known, timeZoneId) : null;

    /// <summary>What the clocks of the zone show at <paramref name="utc"/>, with their offset from UTC.</summary>
    /// <exception cref="TimeZoneNotFoundException">The zone is unknown.</exception>
    public static DateTimeOffset ToLocalWithOffset(DateTime utc, string timeZoneId)
    {
        var zone = FindZone(timeZoneId);
        var instant = DateTime.SpecifyKind(utc, DateTimeKind.Utc);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(instant), zone);
    }

    /// <summary>The instant at which the clocks of the zone show <paramref name="local"/>.</summary>
    /// <param name="local">A wall-clock time; its <see cref="DateTime.Kind"/> is not looked at.</param>
    /// <param name="timeZoneId">IANA time zone.</param>
    /// <param name="utc">The instant, or the default when there is none.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryToUtc(DateTime local, string? timeZoneId, out DateTime utc, out WallClockProblem problem)
    {
        utc = default;
        if (!TryFindZone(timeZoneId, out var zone))
        {
            problem = WallClockProblem.UnknownZone;
            return false;
        }

        var instants = InstantsOf(local, zone);
        if (instants is [])
        {
            problem = WallClockProblem.SkippedTime;
            return false;
        }

        utc = instants[0];
        problem = WallClockProblem.None;
        return true;
    }

    /// <summary>The instant at which a day begins by the clocks of the zone: its first hour where they skip midnight; UTC where the zone is unknown.</summary>
    public static DateTime DayStartUtc(DateOnly day, string? timeZoneId)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return TryToUtc(midnight, timeZoneId, out var utc, out _) || TryToUtc(midnight.AddHours(1), timeZoneId, out utc, out _)
            ? utc
            : DateTime.SpecifyKind(midnight, DateTimeKind.Utc);
    }

    /// <summary>Whether the clocks of the zone show <paramref name="local"/> twice, as in the night when summer time ends.</summary>
    public static bool IsShownTwice(DateTime local, string timeZoneId) => InstantsOf(local, FindZone(timeZoneId)).Length > 1;

    private static DateTime[] InstantsOf(DateTime local, TimeZoneInfo zone)
    {
        var shown = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        DateTime[] candidates = [shown - OffsetAt(Shift(shown, -_around), zone), shown - OffsetAt(Shift(shown, _around), zone)];
        return [.. candidates.Where(c => ToLocal(c, zone).Ticks == local.Ticks).Distinct().Order()];
    }

    private static DateTime ToLocal(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    private static TimeSpan OffsetAt(DateTime utc, TimeZoneInfo zone) => zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static DateTime Shift(DateTime time, TimeSpan by) =>
        new(Math.Clamp(time.Ticks + by.Ticks, _around.Ticks, DateTime.MaxValue.Ticks - _around.Ticks), DateTimeKind.Utc);

    private static TimeZoneInfo FindZone(string timeZoneId) =>
        TryFindZone(timeZoneId, out var zone) ? zone : throw new TimeZoneNotFoundException($"'{timeZoneId}' is no IANA time zone known here.");

    private static bool TryFindZone([NotNullWhen(true)] string? timeZoneId, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return !string.IsNullOrWhiteSpace(timeZoneId) && TimeZoneInfo.TryFindSystemTimeZoneById(timeZoneId, out zone) && zone.HasIanaId;
    }
}
