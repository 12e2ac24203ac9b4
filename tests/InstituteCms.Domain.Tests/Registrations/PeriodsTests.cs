using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.Registrations;

/// <summary>The bars of a plot.</summary>
public sealed class PeriodsTests
{
    private static readonly DateTime _monday = new(2026, 6, 1, 15, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void One_moment_is_a_day() => Assert.Equal([_monday.Date], Periods.Between(_monday, _monday));

    [Fact]
    public void A_month_is_drawn_by_days()
    {
        var days = Periods.Between(_monday, _monday.AddDays(30));

        Assert.Equal((31, false), (days.Count, Periods.AreWeeks(days)));
    }

    [Fact]
    public void More_is_drawn_by_weeks_and_the_last_one_holds_the_end()
    {
        var weeks = Periods.Between(_monday.AddDays(2), _monday.AddDays(35));

        Assert.Equal((6, _monday.Date, _monday.Date.AddDays(35), true), (weeks.Count, weeks[0], weeks[^1], Periods.AreWeeks(weeks)));
    }

    [Fact]
    public void Years_are_cut_to_the_last_one() => Assert.Equal(Periods.Most, Periods.Between(_monday, _monday.AddYears(5)).Count);

    [Fact]
    public void An_end_before_the_beginning_is_the_beginning() => Assert.Equal([_monday.Date], Periods.Between(_monday, _monday.AddDays(-3)));
}
