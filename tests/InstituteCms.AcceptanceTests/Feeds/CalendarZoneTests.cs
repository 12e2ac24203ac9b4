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
    public async Task Start_is_read_back_as_the_instant_that_was_entered(string zone, string local, string instant)
    {
        using var editor = _site.Visit();
        await editor.SignInAsync();
        var slug = $"{zone}-{local}".Replace('/', '-').Replace(':', '-').ToLowerInvariant();
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
