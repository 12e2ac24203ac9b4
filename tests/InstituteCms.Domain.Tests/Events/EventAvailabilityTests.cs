using InstituteCms.Events;
using Xunit;
using static InstituteCms.Domain.Tests.SampleEvent;

namespace InstituteCms.Domain.Tests.Events;

public class EventAvailabilityTests
{
    private static readonly TimeSpan _tick = TimeSpan.FromTicks(1);

    [Fact]
    public void Open_says_how_many_seats_are_left() =>
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(Facts, WhileOpen));

    [Fact]
    public void Open_without_limit_says_so() =>
        Assert.Equal(new EventAvailability.Open(null), EventAvailability.At(Facts with { Capacity = null }, WhileOpen));

    [Theory]
    [InlineData(40)]
    [InlineData(41)] // The capacity was lowered by hand in the database.
    public void Full_when_no_seat_is_left(int seatsTaken) =>
        Assert.Equal(new EventAvailability.Full(), EventAvailability.At(Facts with { SeatsTaken = seatsTaken }, WhileOpen));

    [Fact]
    public void Times_include_their_start_and_exclude_their_end()
    {
        Assert.Equal(new EventAvailability.NotYetOpen(Opens), EventAvailability.At(Facts, Opens - _tick));
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(Facts, Opens));
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(Facts, Closes - _tick));
        Assert.Equal(new EventAvailability.Closed(), EventAvailability.At(Facts, Closes));
        Assert.Equal(new EventAvailability.Closed(), EventAvailability.At(Facts, End - _tick));
        Assert.Equal(new EventAvailability.Ended(), EventAvailability.At(Facts, End));
    }

    [Fact]
    public void Registration_without_times_is_open_until_the_start()
    {
        var facts = Facts with { OpensUtc = null, ClosesUtc = null };

        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(facts, DateTime.MinValue));
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(facts, Start - _tick));
        Assert.Equal(new EventAvailability.Closed(), EventAvailability.At(facts, Start));
    }

    [Fact]
    public void Event_without_registration_only_ends()
    {
        var facts = Facts with { RegistrationEnabled = false };

        Assert.Equal(new EventAvailability.NotOffered(), EventAvailability.At(facts, WhileOpen));
        Assert.Equal(new EventAvailability.Ended(), EventAvailability.At(facts, End));
        Assert.Equal(End, EventAvailability.NextChangeUtc(facts, WhileOpen));
    }

    [Fact]
    public void What_the_organisers_said_goes_before_the_clock()
    {
        Assert.Equal(new EventAvailability.Cancelled(), EventAvailability.At(Facts with { Status = EventStatus.Cancelled }, End));
        Assert.Equal(new EventAvailability.Postponed(), EventAvailability.At(Facts with { Status = EventStatus.Postponed }, End));
        Assert.Equal(new EventAvailability.Open(30), EventAvailability.At(Facts with { Status = EventStatus.MovedOnline }, WhileOpen));
    }

    [Fact]
    public void Full_event_does_not_change_until_it_closes() =>
        Assert.Equal(Closes, EventAvailability.NextChangeUtc(Facts with { SeatsTaken = 40 }, WhileOpen));

    [Fact]
    public void Cancelled_event_never_changes() =>
        Assert.Null(EventAvailability.NextChangeUtc(Facts with { Status = EventStatus.Cancelled }, WhileOpen));

    /// <summary>Between one change and the next nothing happens, and at the change something does: for 2,000 events made up at random.</summary>
    [Fact]
    public void State_changes_at_the_next_change_and_not_before()
    {
        var random = new Random(20260709);
        var changes = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var facts = AnyFacts(random);
            var now = AnyTime(random) ?? Opens;
            var state = EventAvailability.At(facts, now);
            var next = EventAvailability.NextChangeUtc(facts, now);
            var horizon = next ?? Opens.AddYears(2);

            for (var step = 1; step <= 10; step++)
            {
                var between = now + (horizon - _tick - now) * step / 10;
                Assert.Equal(state, EventAvailability.At(facts, between));
            }

            if (next is { } change)
            {
                changes++;
                Assert.NotEqual(state, EventAvailability.At(facts, change));
            }
        }

        Assert.InRange(changes, 500, 1_999);
    }

    private static AvailabilityFacts AnyFacts(Random random) => new(
        (EventStatus)random.Next(4),
        AnyTime(random),
        AnyTime(random),
        RegistrationEnabled: random.Next(5) > 0,
        AnyTime(random),
        AnyTime(random),
        random.Next(3) == 0 ? null : random.Next(1, 4),
        random.Next(5));

    private static DateTime? AnyTime(Random random) => random.Next(6) == 0 ? null : Opens.AddHours(random.Next(0, 365 * 24));
}
