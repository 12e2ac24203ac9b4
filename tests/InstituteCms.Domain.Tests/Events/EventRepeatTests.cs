using InstituteCms.Events;

namespace InstituteCms.Domain.Tests.Events;

public sealed class EventRepeatTests
{
    private const string Vienna = "Europe/Vienna";

    private static readonly EventDates _summer = new(
        Utc(2026, 7, 1, 8, 30), Utc(2026, 7, 1, 10, 0), Utc(2026, 5, 31, 22, 0), Utc(2026, 6, 29, 22, 0), Vienna); // 10:30-12:00, from midnight to midnight.

    [Fact]
    public void Next_terms_have_the_same_weekday_and_hour_near_the_same_date()
    {
        var wednesday = new DateTime(2026, 10, 14, 10, 30, 0);

        var suggested = EventRepeat.Suggest(wednesday, nowLocal: new DateTime(2026, 10, 20));

        Assert.Equal([new DateTime(2027, 4, 14, 10, 30, 0), new DateTime(2027, 10, 13, 10, 30, 0)], suggested);
        Assert.All(suggested, day => Assert.Equal(DayOfWeek.Wednesday, day.DayOfWeek));
    }

    [Fact]
    public void Term_that_is_over_is_not_suggested()
    {
        var suggested = EventRepeat.Suggest(new DateTime(2019, 10, 16, 10, 30, 0), nowLocal: new DateTime(2026, 11, 24));

        Assert.Equal([new DateTime(2027, 4, 14, 10, 30, 0), new DateTime(2027, 10, 13, 10, 30, 0)], suggested);
    }

    [Fact]
    public void Clock_times_stay_over_the_change_to_winter()
    {
        var shifted = EventRepeat.Shift(_summer, new DateTime(2026, 12, 30, 10, 30, 0), out var problem);

        Assert.Equal(WallClockProblem.None, problem);
        Assert.Equal(
            new EventDates(Utc(2026, 12, 30, 9, 30), Utc(2026, 12, 30, 11, 0), Utc(2026, 11, 29, 23, 0), Utc(2026, 12, 28, 23, 0), Vienna),
            shifted);
    }

    [Fact]
    public void Start_in_skipped_hours_is_no_start()
    {
        Assert.Null(EventRepeat.Shift(_summer, new DateTime(2027, 3, 28, 2, 30, 0), out var problem));
        Assert.Equal(WallClockProblem.SkippedTime, problem);
    }

    [Fact]
    public void End_in_skipped_hours_comes_right_after_them()
    {
        var night = new EventDates(Utc(2026, 7, 1, 23, 0), Utc(2026, 7, 2, 0, 30), null, null, Vienna); // 01:00-02:30

        var shifted = EventRepeat.Shift(night, new DateTime(2027, 3, 28, 1, 0, 0), out _);

        Assert.Equal(Utc(2027, 3, 28, 0, 0), shifted!.StartUtc);
        Assert.Equal(Utc(2027, 3, 28, 1, 0), shifted.EndUtc); // 03:00
    }

    [Fact]
    public void Event_without_a_date_gets_its_start_alone()
    {
        var shifted = EventRepeat.Shift(_summer with { StartUtc = null }, new DateTime(2027, 1, 13, 10, 30, 0), out _);

        Assert.Equal(new EventDates(Utc(2027, 1, 13, 9, 30), null, null, null, Vienna), shifted);
    }

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
