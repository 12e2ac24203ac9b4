using InstituteCms.Events;
using Xunit;

namespace InstituteCms.Domain.Tests.Events;

public class EventTimesTests
{
    [Theory]
    [InlineData("Asia/Tokyo", "2026-07-09T15:00", "2026-07-09T06:00Z")]
    [InlineData("Europe/Vienna", "2026-01-15T18:00", "2026-01-15T17:00Z")]
    [InlineData("Europe/Vienna", "2026-07-15T18:00", "2026-07-15T16:00Z")]
    [InlineData("Europe/Vienna", "2026-03-29T01:59", "2026-03-29T00:59Z")] // The last minute of winter
    [InlineData("Europe/Vienna", "2026-03-29T03:00", "2026-03-29T01:00Z")] // and the first of summer.
    [InlineData("Europe/Vienna", "2026-10-25T02:30", "2026-10-25T00:30Z")] // Shown twice: the first.
    [InlineData("Europe/Vienna", "2026-10-25T03:00", "2026-10-25T02:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z")] // Half an hour is doubled there.
    [InlineData("Asia/Kathmandu", "2026-05-01T10:00", "2026-05-01T04:15Z")]
    [InlineData("Pacific/Kiritimati", "2026-01-01T00:30", "2025-12-31T10:30Z")]
    [InlineData("Etc/UTC", "2026-01-01T00:00", "2026-01-01T00:00Z")]
    public void Wall_clock_time_names_an_instant(string zone, string local, string expected)
    {
        Assert.True(EventTimes.TryToUtc(Local(local), zone, out var utc, out var problem));

        Assert.Equal((Utc(expected), DateTimeKind.Utc, WallClockProblem.None), (utc, utc.Kind, problem));
        Assert.Equal(Local(local), EventTimes.ToLocal(utc, zone));
    }

    [Theory]
    [InlineData("Europe/Vienna", "2026-03-29T02:00")]
    [InlineData("Europe/Vienna", "2026-03-29T02:59")]
    [InlineData("America/New_York", "2026-03-08T02:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00")] // The day that Samoa left out.
    public void Time_that_the_clocks_skip_names_none(string zone, string local)
    {
        Assert.False(EventTimes.TryToUtc(Local(local), zone, out _, out var problem));

        Assert.Equal(WallClockProblem.SkippedTime, problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Europe/Nowhere")]
    [InlineData("Tokyo Standard Time")] // Windows has names of its own.
    public void Unknown_zone_is_reported(string? zone)
    {
        Assert.False(EventTimes.TryToUtc(Local("2026-01-01T12:00"), zone, out _, out var problem));

        Assert.Equal((WallClockProblem.UnknownZone, false), (problem, EventTimes.IsKnownZone(zone)));
    }

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("Europe/Vienna")]
    [InlineData("America/St_Johns")]
    [InlineData("Pacific/Chatham")]
    public void Every_half_hour_of_a_year_comes_back_as_itself_or_an_hour_earlier(string zone)
    {
        for (var utc = Utc("2026-01-01T00:00Z"); utc.Year == 2026; utc = utc.AddMinutes(30))
        {
            Assert.True(EventTimes.TryToUtc(EventTimes.ToLocal(utc, zone), zone, out var back, out _));
            Assert.True(back == utc || back == utc.AddHours(-1), $"{utc:o} came back as {back:o}");
        }
    }

    [Fact]
    public void Ends_of_time_do_no_harm()
    {
        Assert.True(EventTimes.TryToUtc(new DateTime(9000, 1, 1), "Asia/Tokyo", out _, out _));
        Assert.True(EventTimes.TryToUtc(DateTime.MaxValue.Date, "Etc/UTC", out _, out _));
    }

    [Fact]
    public void Offset_is_that_of_the_day()
    {
        Assert.Equal(TimeSpan.FromHours(2), EventTimes.ToLocalWithOffset(Utc("2026-07-01T10:00Z"), "Europe/Vienna").Offset);
        Assert.Equal(TimeSpan.FromHours(1), EventTimes.ToLocalWithOffset(Utc("2026-12-01T10:00Z"), "Europe/Vienna").Offset);
    }

    private static DateTime Local(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => Local(text).ToUniversalTime();
}
