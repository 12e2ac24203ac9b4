using InstituteCms.CheckIn;
using InstituteCms.Events;
using InstituteCms.Registrations;

namespace InstituteCms.Domain.Tests.CheckIn;

public sealed class DoorTests
{
    private static readonly DateTime _start = new(2026, 5, 12, 1, 30, 0, DateTimeKind.Utc);
    private static readonly AvailabilityFacts _full = new(EventStatus.Scheduled, _start, _start.AddHours(2), true, Capacity: 2, SeatsTaken: 2);

    [Fact]
    public void Ticks_come_to_the_same_in_every_order_and_however_often()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var ticks = Enumerable.Range(0, 6).Select(_ => new CheckInTick(_start.AddMinutes(random.Next(4)), random.Next(2) == 0)).ToArray();
            var repeated = ticks.Concat(ticks.Take(3)).ToArray();
            random.Shuffle(repeated);

            Assert.Equal(Known(ticks), Known(repeated));
        }
    }

    [Fact]
    public void Later_tick_holds()
    {
        var (come, undone) = (new CheckInTick(_start, true), new CheckInTick(_start.AddMinutes(1), false));

        Assert.Equal(undone, CheckInTick.Latest(come, undone));
        Assert.Equal(undone, CheckInTick.Latest(undone, come));
        Assert.Equal(come, CheckInTick.Latest(null, come));
    }

    [Fact]
    public void Nobody_is_let_in_without_a_seat()
    {
        Assert.Equal(RefusalReason.Full, WalkInPolicy.WhyNot(_full, _start));
        Assert.Null(WalkInPolicy.WhyNot(_full with { SeatsTaken = 1 }, _start));
        Assert.Null(WalkInPolicy.WhyNot(_full with { Capacity = null }, _start));
        Assert.Equal(RefusalReason.Full, WalkInPolicy.WhyNot(_full with { SeatsTaken = 1, HeldBack = 1 }, _start));
        Assert.Equal(RefusalReason.EventCancelled, WalkInPolicy.WhyNot(_full with { Status = EventStatus.Cancelled }, _start));
        Assert.Equal(RefusalReason.EventEnded, WalkInPolicy.WhyNot(_full with { SeatsTaken = 1 }, _start.AddHours(2)));
    }

    [Fact]
    public void Those_who_wait_come_first_until_the_event_begins()
    {
        var oneFreeOneWaiting = _full with { SeatsTaken = 1, SeatsWaitedFor = 1 };

        Assert.Equal(RefusalReason.Full, WalkInPolicy.WhyNot(oneFreeOneWaiting, _start.AddTicks(-1)));
        Assert.Null(WalkInPolicy.WhyNot(oneFreeOneWaiting, _start));
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2026-05-11T15:00:00Z", "2026-05-12T15:00:00Z")]
    [InlineData("America/New_York", "2026-05-11T04:00:00Z", "2026-05-12T04:00:00Z")]
    [InlineData("nowhere", "2026-05-12T00:00:00Z", "2026-05-13T00:00:00Z")]
    public void Day_is_that_of_the_place(string zone, string from, string until)
    {
        var day = EventDay.Of(_start, _start.AddHours(2), zone)!;

        Assert.Equal((Utc(from), Utc(until)), (day.FromUtc, day.UntilUtc));
        Assert.True(day.Holds(_start));
    }

    [Fact]
    public void Event_until_midnight_is_not_held_on_the_next_day() =>
        Assert.Equal(Utc("2026-05-12T15:00:00Z"), EventDay.Of(_start, Utc("2026-05-12T15:00:00Z"), "Asia/Tokyo")!.UntilUtc);

    private static CheckInTick? Known(IEnumerable<CheckInTick> ticks) => ticks.Aggregate((CheckInTick?)null, CheckInTick.Latest);

    private static DateTime Utc(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
}
