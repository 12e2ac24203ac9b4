using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

/// <summary>The bars of a plot.</summary>
public sealed class PeriodsTests
{
    private const string Utc = "Etc/UTC";

    private static readonly DateTime _monday = new(2026, 6, 1, 15, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void One_moment_is_a_day() => Assert.Equal([_monday.Date], Periods.Between(_monday, _monday, Utc));

    [Fact]
    public void A_month_is_drawn_by_days()
    {
        var days = Periods.Between(_monday, _monday.AddDays(30), Utc);

        Assert.Equal((31, false), (days.Count, Periods.AreWeeks(days)));
    }

    [Fact]
    public void More_is_drawn_by_weeks_and_the_last_one_holds_the_end()
    {
        var weeks = Periods.Between(_monday.AddDays(2), _monday.AddDays(35), Utc);

        Assert.Equal((6, _monday.Date, _monday.Date.AddDays(35), true), (weeks.Count, weeks[0], weeks[^1], Periods.AreWeeks(weeks)));
    }

    [Fact]
    public void Years_are_cut_to_the_last_one() => Assert.Equal(Periods.Most, Periods.Between(_monday, _monday.AddYears(5), Utc).Count);

    [Fact]
    public void An_end_before_the_beginning_is_the_beginning() => Assert.Equal([_monday.Date], Periods.Between(_monday, _monday.AddDays(-3), Utc));

    [Fact]
    public void Days_begin_when_the_clocks_of_the_zone_say_so() => Assert.Equal(
        [_monday.Date.AddHours(-9), _monday.Date.AddHours(15)],
        Periods.Between(_monday.AddMinutes(-1), _monday, "Asia/Tokyo")); // 23:59 and 0:00 in Tokyo.

    [Fact]
    public void Day_of_25_hours_is_a_day()
    {
        var saturday = new DateTime(2026, 10, 24, 12, 0, 0, DateTimeKind.Utc);

        var days = Periods.Between(saturday, saturday.AddDays(2), "Europe/Vienna");

        Assert.Equal([saturday.AddHours(-14), saturday.AddHours(10), saturday.AddHours(35)], days);
        Assert.False(Periods.AreWeeks([.. days.Skip(1)]));
    }
}
