using Ical.Net;
using Ical.Net.CalendarComponents;
using InstituteCms.AcceptanceTests.Admin;
using InstituteCms.AcceptanceTests.Sites;

namespace InstituteCms.AcceptanceTests.Feeds;

/// <summary>An event begins at the same instant for a program that knows its zone and for one that trusts the file's.</summary>
public sealed class CalendarZoneTests : IClassFixture<TestSite>
{
    private readonly TestSite _site;

    public CalendarZoneTests(TestSite site) => _site = site;

    [Theory]
    [InlineData("Asia/Tokyo", "2026-07-15T10:30", "2026-07-15T01:30:00Z")]
    [InlineData("Asia/Tokyo", "2027-01-15T10:30", "2027-01-15T01:30:00Z")]
    [InlineData("Europe/Vienna", "2026-07-15T10:30", "2026-07-15T08:30:00Z")]
    [InlineData("Europe/Vienna", "2027-01-15T10:30", "2027-01-15T09:30:00Z")]
    [InlineData("Europe/Vienna", "2026-10-25T01:30", "2026-10-24T23:30:00Z")] // The clocks go back between start and end.
    [InlineData("Europe/Vienna", "2026-10-25T02:30", "2026-10-25T00:30:00Z")] // Shown twice: the first time is meant.
    [InlineData("Europe/Vienna", "2026-10-25T03:00", "2026-10-25T02:00:00Z")]
    [InlineData("Europe/Vienna", "2027-03-28T01:30", "2027-03-28T00:30:00Z")] // The clocks go forward between start and end.
    [InlineData("Europe/Vienna", "2027-03-28T03:00", "2027-03-28T01:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30:00Z")] // Half an hour forward.
    public async Task Start_is_read_back_as_the_instant_that_was_entered(string zone, string local, string instant)
    {
        using var editor = _site.Visit();
        await editor.SignInAsync();
        var slug = $"{zone}-{local}".Replace('/', '-').Replace(':', '-').Replace('_', '-').ToLowerInvariant();
        await editor.CreateEventAsync(slug, "submit.Publish",
            ("EventPart.TimeZoneId", zone), ("EventPart.StartLocal", local), ("EventPart.EndLocal", local[..11] + "12:00"), ("EventPart.JoinUrl", "https://join.example/secret"));
        using var visitor = _site.Visit();

        var file = (await visitor.GetAsync($"/events/{slug}.ics")).Html;

        var calendar = Calendar.Load(file)!;
        var start = Assert.Single(calendar.Events).Start!;
        var expected = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
        Assert.Equal(expected, start.AsUtc);
        Assert.Equal(expected, start.Value - OffsetAt(start.Value, Assert.Single(calendar.TimeZones)));
        Assert.DoesNotContain("RRULE", file, StringComparison.Ordinal);
        Assert.DoesNotContain("join.example", file, StringComparison.Ordinal);
        Assert.DoesNotContain("join.example", (await visitor.GetAsync("/events.ics")).Html, StringComparison.Ordinal);
    }

    private static TimeSpan OffsetAt(DateTime local, VTimeZone zone) => zone.Children.OfType<VTimeZoneInfo>()
        .Where(clocks => clocks.Start!.Value <= local)
        .MaxBy(clocks => clocks.Start!.Value)!
        .OffsetTo!.Offset;
}
